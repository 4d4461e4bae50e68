//! Who a mention may be.

use super::offer::{self, Offer};
use super::{BESIDE_NEW, distance};
use crate::app::App;
use crate::commands::annotate::value::kind_for;
use crate::commands::request::AskEntities;
use crate::problem::{Code, Problem};
use crate::wire::Candidate;
use postil_core::entity::Entity;
use postil_core::id::EntityId;
use postil_core::scheme::{AttributeRule, Role, Scheme};
use postil_core::span::Span;
use postil_store::{EntityFilter, EntityOrder};
use std::collections::BTreeSet;

/// The type of entity that a place is.
const PLACE: &str = "place";

/// Who a mention may be: those whom its words name, those mentioned near it,
/// the register; then a new entity of each type, called as was typed, else as
/// the mention says. Where the mention is a name that nobody has, the new one
/// comes first.
///
/// Where a place may be no place, it is asked for whom it stands: whoever it
/// stood for before comes first, the latest before the others, then the
/// register, one type after the other.
pub fn entities(app: &mut App, request: AskEntities) -> Result<Vec<Candidate>, Problem> {
    let open = app.opened()?;
    let scheme = &open.scheme;
    let article = open.article.as_ref();
    let mention = match request.span {
        Some(id) => Some(
            article
                .and_then(|article| article.annotations.span(id))
                .ok_or_else(|| Problem::new(Code::NotFound, "problem-span-gone"))?,
        ),
        None => None,
    };
    let mut offer = Offer::new(&open.project, &request.query);
    let mut listed: BTreeSet<EntityId> = BTreeSet::new();
    let mut choices: Vec<Candidate> = Vec::new();
    let mut take = |offer: &Offer<'_>, entity: Entity, near: &str| {
        let wanted = request.kinds.is_empty() || request.kinds.contains(&entity.kind);
        if wanted && offer.fits_entity(&entity) && listed.insert(entity.id) {
            choices.push(offer.entity(entity, near)?);
        }
        Ok::<(), Problem>(())
    };
    let mut others: Vec<&Span> = article
        .into_iter()
        .flat_map(|article| article.annotations.spans())
        .filter(|span| span.entity.is_some() && Some(span.id) != request.span)
        .collect();
    let stands_for = mention.is_some_and(|mention| {
        scheme.role(&mention.label) == Role::Place
            && !request.kinds.is_empty()
            && !request.kinds.iter().any(|kind| kind == PLACE)
    });
    if let Some(mention) = mention.filter(|_| stands_for) {
        // The last answer for the same name is the likeliest one.
        let quote = mention.quote();
        for (name, entity) in open.stand_ins()?.into_iter().rev() {
            if name == quote
                && let Some(entity) = offer.standing(Some(entity))?
            {
                take(&offer, entity, "same")?;
            }
        }
        others.clear();
    } else if let Some(mention) = mention {
        let quote = mention.quote();
        others.sort_by_key(|span| (distance(span.hull(), mention.hull()), span.id));
        for span in others.iter().filter(|span| span.quote() == quote) {
            if let Some(entity) = offer.standing(span.entity)? {
                take(&offer, entity, "same")?;
            }
        }
        for known in open.project.known_names()? {
            if known.names.contains(&quote)
                && let Some(entity) = offer.standing(Some(known.id))?
            {
                take(&offer, entity, "same")?;
            }
        }
    }
    for span in others {
        if let Some(entity) = offer.standing(span.entity)? {
            take(&offer, entity, "article")?;
        }
    }
    let same = choices
        .iter()
        .filter(|choice| choice.near == "same")
        .count();
    let typed = request.query.trim();
    // One kind after the other, where it is asked for whom a place stands.
    let lists: Vec<Vec<String>> = if stands_for {
        request
            .kinds
            .iter()
            .map(|kind| vec![kind.clone()])
            .collect()
    } else {
        vec![request.kinds.clone()]
    };
    for kinds in lists {
        let page = open.project.entity_page(&EntityFilter {
            query: request.query.clone(),
            kinds,
            order: if typed.is_empty() {
                EntityOrder::Recent
            } else {
                EntityOrder::Mentions
            },
            offset: 0,
            limit: u32::try_from(BESIDE_NEW).unwrap_or(u32::MAX),
            find: None,
        })?;
        for row in page.rows {
            if !listed.contains(&row.id) {
                choices.push(offer.row(row, "register"));
            }
        }
    }
    choices.truncate(BESIDE_NEW.max(same));
    let named = mention.is_some_and(|mention| !stands_for && is_name(scheme, mention));
    let name = match mention {
        _ if !typed.is_empty() => typed.to_owned(),
        Some(mention) if named => mention.quote(),
        _ => return Ok(choices),
    };
    let likeliest = match mention.filter(|_| !stands_for) {
        Some(mention) => kind_for(scheme, &mention.label),
        None => "government",
    };
    let types = if request.kinds.is_empty() {
        &scheme.entities.types
    } else {
        &request.kinds
    };
    let mut new = offer::new(&name, types, likeliest);
    if typed.is_empty() && same == 0 && !new.is_empty() {
        choices.insert(0, new.remove(0));
    }
    choices.extend(new);
    Ok(choices)
}

/// Whether the words are a name: so far as their form tells, else where they
/// are a place.
fn is_name(scheme: &Scheme, span: &Span) -> bool {
    let form = scheme.label(&span.label).and_then(|label| {
        let kind = label
            .attributes
            .iter()
            .find(|kind| kind.rule == Some(AttributeRule::SurfaceForm))?;
        span.attributes.get(&kind.id)
    });
    match form {
        Some(form) => form.value.as_line() == "name",
        None => scheme.role(&span.label) == Role::Place,
    }
}
