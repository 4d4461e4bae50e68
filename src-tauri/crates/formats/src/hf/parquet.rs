//! Columns as a Parquet file, and rows from one.

use super::chunks::Chunks;
use super::columns::{Classes, Columns, Field, Kind, Values};
use super::row::fault;
use crate::error::Fault;
use parquet::basic::Compression;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, Int64Type};
use parquet::errors::Result as ParquetResult;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;
use parquet::record::reader::RowIter;
use parquet::record::{Field as Read, Row};
use parquet::schema::parser::parse_message_type;
use serde_json::{Map, Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// The key under which `datasets` looks for features.
const KEY: &str = "huggingface";

/// A file that is written in groups of rows. The same groups give the same
/// bytes.
pub(super) struct Groups(SerializedFileWriter<Vec<u8>>);

impl Groups {
    pub fn begin(fields: &[Field]) -> ParquetResult<Self> {
        let schema = parse_message_type(&format!("message schema {{ {} }}", types(fields)))?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::UNCOMPRESSED)
            .set_created_by("Postil".to_owned())
            .build();
        let file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
        Ok(Self(file))
    }

    /// Whether there is a group.
    pub fn has_any(&self) -> bool {
        !self.0.flushed_row_groups().is_empty()
    }

    /// A group, as the bytes of the file since the last time.
    pub fn write(&mut self, columns: &Columns) -> ParquetResult<Vec<u8>> {
        write_group(&mut self.0, columns)?;
        self.0.flush()?;
        // The file counts by itself how many bytes went before.
        Ok(std::mem::take(self.0.inner_mut()))
    }

    /// The end of the file: what the classes are called is known only now.
    pub fn end(mut self, fields: &[Field], classes: &Classes) -> ParquetResult<Vec<u8>> {
        let features = features(fields, classes);
        let features = format!("{{\"info\": {{\"features\": {features}}}}}");
        self.0
            .append_key_value_metadata(KeyValue::new(KEY.to_owned(), features));
        self.0.into_inner()
    }
}

fn write_group(file: &mut SerializedFileWriter<Vec<u8>>, columns: &Columns) -> ParquetResult<()> {
    let mut group = file.next_row_group()?;
    for column in &columns.all {
        let Some(mut out) = group.next_column()? else {
            break;
        };
        let levels = (
            Some(column.definition.as_slice()),
            Some(column.repetition.as_slice()),
        );
        match &column.values {
            Values::Text(texts) => {
                let texts: Vec<ByteArray> = texts.iter().map(|one| one.as_str().into()).collect();
                out.typed::<ByteArrayType>()
                    .write_batch(&texts, levels.0, levels.1)?;
            }
            Values::Whole(numbers) => {
                out.typed::<Int64Type>()
                    .write_batch(numbers, levels.0, levels.1)?;
            }
            Values::YesNo(all) => {
                out.typed::<BoolType>()
                    .write_batch(all, levels.0, levels.1)?;
            }
        }
        out.close()?;
    }
    group.close()?;
    Ok(())
}

fn types(fields: &[Field]) -> String {
    let types = fields.iter().map(|field| {
        let name = field.name;
        match field.kind {
            Kind::Text => format!("OPTIONAL BYTE_ARRAY {name} (STRING);"),
            Kind::Whole | Kind::Label | Kind::Relation => format!("OPTIONAL INT64 {name};"),
            Kind::YesNo => format!("OPTIONAL BOOLEAN {name};"),
            Kind::List(inner) => format!(
                "OPTIONAL GROUP {name} (LIST) {{ REPEATED GROUP list {{ \
                 OPTIONAL GROUP element {{ {} }} }} }}",
                types(inner)
            ),
        }
    });
    types.collect::<Vec<String>>().join(" ")
}

/// In the order of the fields, by which `datasets` compares them.
fn features(fields: &[Field], classes: &Classes) -> String {
    let plain = |dtype: &str| json!({"dtype": dtype, "_type": "Value"}).to_string();
    let class = |names: &[String]| json!({"names": names, "_type": "ClassLabel"}).to_string();
    let all = fields.iter().map(|field| {
        let feature = match field.kind {
            Kind::Text => plain("string"),
            Kind::Whole => plain("int64"),
            Kind::YesNo => plain("bool"),
            Kind::Label => class(&classes.labels),
            Kind::Relation => class(&classes.links),
            Kind::List(inner) => format!("[{}]", features(inner, classes)),
        };
        format!("\"{}\": {feature}", field.name)
    });
    format!("{{{}}}", all.collect::<Vec<String>>().join(", "))
}

/// The rows of a file, classes by their names again; none after a refusal.
pub(super) struct Rows {
    fields: &'static [Field],
    classes: Value,
    /// Until the end.
    rows: Option<RowIter<'static>>,
}

impl Rows {
    pub fn of(fields: &'static [Field], file: Chunks) -> Result<Self, Fault> {
        guarded(|| {
            let file = SerializedFileReader::new(file).map_err(refused)?;
            Ok(Self {
                fields,
                classes: classes(&file),
                rows: Some(RowIter::from_file_into(Box::new(file))),
            })
        })
    }

    fn read(&mut self) -> Option<Result<Value, Fault>> {
        let Self {
            fields,
            classes,
            rows,
        } = self;
        let rows = rows.as_mut()?;
        guarded(|| {
            let Some(row) = rows.next() else {
                return Ok(None);
            };
            let row = group(fields, &row.map_err(refused)?, classes);
            match fields.iter().find(|field| row.get(field.name).is_none()) {
                Some(field) => Err(fault(format!("there is no column {}", field.name))),
                None => Ok(Some(row)),
            }
        })
        .transpose()
    }
}

impl Iterator for Rows {
    type Item = Result<Value, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.read();
        if !matches!(row, Some(Ok(_))) {
            self.rows = None;
        }
        row
    }
}

/// The library asserts things that a damaged file need not keep.
fn guarded<T>(read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(fault("the file is damaged".to_owned())))
}

fn refused(error: parquet::errors::ParquetError) -> Fault {
    fault(error.to_string())
}

fn classes(file: &SerializedFileReader<Chunks>) -> Value {
    let pairs = file.metadata().file_metadata().key_value_metadata();
    let stated = pairs.and_then(|pairs| pairs.iter().find(|pair| pair.key == KEY));
    stated
        .and_then(|pair| serde_json::from_str::<Value>(pair.value.as_deref()?).ok())
        .and_then(|stated| stated.pointer("/info/features").cloned())
        .unwrap_or_default()
}

fn group(fields: &[Field], row: &Row, features: &Value) -> Value {
    let mut all = Map::new();
    for (name, read) in row.get_column_iter() {
        let Some(field) = fields.iter().find(|field| field.name == name) else {
            continue;
        };
        let feature = features.get(name).unwrap_or(&Value::Null);
        let value = match (&field.kind, read) {
            (Kind::List(inner), Read::ListInternal(list)) => {
                // `datasets` writes a list of groups in two ways.
                let of = feature.get(0).or_else(|| feature.get("feature"));
                let of = of.unwrap_or(&Value::Null);
                let elements = list.elements().iter();
                elements
                    .filter_map(|element| match element {
                        Read::Group(row) => Some(group(inner, row, of)),
                        _ => None,
                    })
                    .collect()
            }
            (Kind::Label | Kind::Relation, Read::Long(number)) => {
                let names = feature.get("names");
                let at = usize::try_from(*number).ok();
                let name = at.and_then(|at| names?.get(at)).cloned();
                name.unwrap_or_default()
            }
            (_, Read::Str(text)) => text.as_str().into(),
            (_, Read::Long(number)) => (*number).into(),
            (_, Read::Bool(yes)) => (*yes).into(),
            _ => Value::Null,
        };
        all.insert(name.clone(), value);
    }
    Value::Object(all)
}
