//! One edit of the article on screen: rows go to the project and to memory
//! together, and the scheme's rules follow each of them.
//!
//! When the edit fails the project rolls back and the memory is thrown away.

mod join;
mod question;

use crate::environment::Environment;
use crate::open_article::OpenArticle;
use crate::problem::{Code, Problem};
use postil_core::attribute::{Attribute, Attributes};
use postil_core::id::{AnnotatorId, EntityId, LayerId, LinkId, SpanId};
use postil_core::layer::{Layer, LayerKind, LayerStatus};
use postil_core::link::{Link, Special, Target, closes_circle};
use postil_core::rule::{self, Consequence, Context};
use postil_core::scheme::{LinkKind, Owner, Scheme};
use postil_core::span::{Flag, Span, fragments};
use postil_core::text::Extent;
use postil_store::Edits;
use std::collections::{BTreeSet, VecDeque};

/// An edit under way.
pub struct Session<'a, 'e> {
    /// The rows being written.
    pub edits: &'a mut Edits<'e>,
    /// The article.
    pub article: &'a mut OpenArticle,
    /// The scheme.
    pub scheme: &'a Scheme,
    /// Whose layer.
    pub annotator: AnnotatorId,
    /// New uids.
    pub environment: &'a mut dyn Environment,
}

impl Session<'_, '_> {
    /// The annotator's layer, made when this is the first mark.
    pub fn layer(&mut self) -> Result<LayerId, Problem> {
        match &self.article.layer {
            Some(layer) if layer.status == LayerStatus::Done => {
                Err(Problem::new(Code::ReadOnly, "article-done"))
            }
            Some(layer) if layer.status == LayerStatus::Started => Ok(layer.id),
            Some(layer) => {
                let started = Layer {
                    status: LayerStatus::Started,
                    ..layer.clone()
                };
                self.edits.update_layer(&started)?;
                let id = started.id;
                self.article.layer = Some(started);
                Ok(id)
            }
            None => {
                let mut layer = Layer {
                    id: LayerId::UNSTORED,
                    uid: self.environment.uid(),
                    document: self.article.document,
                    annotator: self.annotator,
                    kind: LayerKind::Annotation,
                    status: LayerStatus::Started,
                    answers: Attributes::new(),
                    scheme_version: self.scheme.version,
                    active_ms: 0,
                };
                layer.id = self.edits.insert_layer(layer.clone())?;
                let id = layer.id;
                self.article.layer = Some(layer);
                Ok(id)
            }
        }
    }

    /// A span of the layer.
    pub fn span(&self, id: SpanId) -> Result<Span, Problem> {
        self.article
            .annotations
            .span(id)
            .cloned()
            .ok_or_else(|| Problem::new(Code::NotFound, "problem-span-gone"))
    }

    /// Marks text; the same label on the same text is the span that is there.
    /// The flag says whether it was made.
    pub fn mark(
        &mut self,
        label: &str,
        extents: Vec<Extent>,
        entity: Option<EntityId>,
    ) -> Result<(SpanId, bool), Problem> {
        let layer = self.layer()?;
        let widened = extents
            .into_iter()
            .map(|extent| self.article.text.widen_to_graphemes(extent))
            .collect();
        let fragments = fragments(&self.article.text, widened)
            .ok_or_else(|| Problem::new(Code::Invalid, "problem-nothing-to-mark"))?;
        let extents: Vec<Extent> = fragments
            .iter()
            .map(postil_core::span::Fragment::extent)
            .collect();
        if let Some(same) = self.article.annotations.same(label, &extents) {
            return Ok((same.id, false));
        }
        let mut span = Span {
            id: SpanId::UNSTORED,
            uid: self.environment.uid(),
            layer,
            label: label.to_owned(),
            fragments,
            attributes: self.defaults(Owner::Label(label)),
            entity,
            note: String::new(),
            flags: BTreeSet::new(),
            scheme_version: self.scheme.version,
        };
        span.id = self.edits.insert_span(span.clone())?;
        let id = span.id;
        self.article.annotations.put_span(span.clone());
        self.follow(None, Some(&span))?;
        Ok((id, true))
    }

    /// What a new span or link begins with. No person chose it yet, so it
    /// stands as set by rule.
    fn defaults(&self, owner: Owner<'_>) -> Attributes {
        let kinds = self.scheme.attributes_of(owner).iter();
        kinds
            .filter(|kind| kind.enabled && !kind.retired)
            .filter_map(|kind| Some((kind.id.clone(), Attribute::by_rule(kind.default.clone()?))))
            .collect()
    }

    /// Writes a span that differs from the stored one, and what follows.
    pub fn change(&mut self, after: Span) -> Result<(), Problem> {
        self.layer()?;
        let before = self.span(after.id)?;
        if before == after {
            return Ok(());
        }
        self.edits.update_span(&after)?;
        self.article.annotations.put_span(after.clone());
        self.follow(Some(&before), Some(&after))
    }

    /// Gives a span other text.
    pub fn reshape(&mut self, span: SpanId, extents: Vec<Extent>) -> Result<(), Problem> {
        let mut after = self.span(span)?;
        let widened = extents
            .into_iter()
            .map(|extent| self.article.text.widen_to_graphemes(extent))
            .collect();
        after.fragments = fragments(&self.article.text, widened)
            .ok_or_else(|| Problem::new(Code::Invalid, "problem-nothing-to-mark"))?;
        after.flags.remove(&Flag::TextChanged);
        self.change(after)
    }

    /// Deletes a span with its links; those of others to it keep its entity.
    /// Answers how many links went and how many kept the entity.
    pub fn delete(&mut self, span: SpanId) -> Result<(u32, u32), Problem> {
        self.layer()?;
        let before = self.span(span)?;
        let pointing: Vec<Link> = self.article.annotations.links_to(span).cloned().collect();
        let mut claims: Vec<SpanId> = Vec::new();
        let (mut gone, mut kept) = (0u32, 0u32);
        for link in pointing {
            claims.push(link.head);
            match link.target.entity() {
                Some(entity) if !self.has_entity(link.head, &link.kind, entity) => {
                    self.retarget(Link {
                        target: Target::Entity(entity),
                        ..link
                    })?;
                    kept = kept.saturating_add(1);
                }
                _ => {
                    self.remove_link(link.id)?;
                    gone = gone.saturating_add(1);
                }
            }
        }
        let leaving: Vec<LinkId> = self
            .article
            .annotations
            .links_from(span)
            .map(|link| link.id)
            .collect();
        for link in leaving {
            // Its values go with it: no rule needs to follow.
            self.drop_link(link)?;
            gone = gone.saturating_add(1);
        }
        self.edits.delete_span(span)?;
        self.article.annotations.remove_span(span);
        self.article
            .questions
            .retain(|_, question| question.span != span);
        self.follow(Some(&before), None)?;
        for claim in claims {
            self.source_changed(claim)?;
        }
        Ok((gone, kept))
    }

    fn has_entity(&self, head: SpanId, kind: &str, entity: EntityId) -> bool {
        self.article
            .annotations
            .slot(head, kind)
            .any(|link| link.target == Target::Entity(entity))
    }

    /// Writes a link that points elsewhere now.
    pub fn retarget(&mut self, link: Link) -> Result<(), Problem> {
        self.edits.update_link(&link)?;
        self.article.annotations.put_link(link);
        Ok(())
    }

    /// Takes a link away.
    pub fn remove_link(&mut self, id: LinkId) -> Result<(), Problem> {
        let gone = self.article.annotations.link(id).cloned();
        self.drop_link(id)?;
        match gone {
            Some(link) => self.author_changed(&link),
            None => Ok(()),
        }
    }

    /// Lets the values of a claim follow the article's coming or going as its
    /// source.
    fn author_changed(&mut self, link: &Link) -> Result<(), Problem> {
        if link.target != Target::Special(Special::Author) {
            return Ok(());
        }
        let consequences = self.judge(|context| rule::after_author_change(context, link.head));
        self.carry_out(consequences)
    }

    fn drop_link(&mut self, id: LinkId) -> Result<(), Problem> {
        self.edits.delete_link(id)?;
        self.article.annotations.remove_link(id);
        Ok(())
    }

    /// Links a span to something; a link that is there is the one, and
    /// becomes the person's if it was made by rule.
    pub fn link(
        &mut self,
        kind: &str,
        head: SpanId,
        target: Target,
        by_rule: bool,
    ) -> Result<LinkId, Problem> {
        let layer = self.layer()?;
        let same = |link: &&Link| match (link.target, target) {
            (Target::Mention { span: a, .. }, Target::Mention { span: b, .. }) => a == b,
            (a, b) => a == b,
        };
        let there = self
            .article
            .annotations
            .slot(head, kind)
            .find(same)
            .cloned();
        if let Some(there) = there {
            if there.by_rule && !by_rule {
                self.retarget(Link {
                    by_rule: false,
                    ..there.clone()
                })?;
            }
            return Ok(there.id);
        }
        let mut link = Link {
            id: LinkId::UNSTORED,
            uid: self.environment.uid(),
            layer,
            kind: kind.to_owned(),
            head,
            target,
            attributes: self.defaults(Owner::Link(kind)),
            note: String::new(),
            by_rule,
        };
        link.id = self.edits.insert_link(link.clone())?;
        let id = link.id;
        self.article.annotations.put_link(link.clone());
        self.author_changed(&link)?;
        Ok(id)
    }

    /// Puts a target in a slot: beside the others where the scheme allows
    /// several, but the source alone unless `further` asks for one more: a
    /// claim has one as a rule. The author and "not given" always stand alone.
    pub fn fill(
        &mut self,
        claim: SpanId,
        kind: &str,
        target: Target,
        further: bool,
    ) -> Result<(), Problem> {
        let link_kind = self
            .scheme
            .link(kind)
            .ok_or_else(|| Problem::internal(format!("no link kind {kind}")))?;
        self.check_ends(claim, link_kind, &target)?;
        let is_source = self
            .scheme
            .source_link()
            .is_some_and(|source| source.id == kind);
        let alone =
            !link_kind.many || (is_source && !further) || matches!(target, Target::Special(_));
        let others: Vec<LinkId> = self
            .article
            .annotations
            .slot(claim, kind)
            .filter(|link| {
                let inherited = is_source && link.by_rule;
                alone || inherited || matches!(link.target, Target::Special(_))
            })
            .filter(|link| link.target.span() != target.span() || link.target.span().is_none())
            .filter(|link| link.target != target)
            .map(|link| link.id)
            .collect();
        for link in others {
            self.remove_link(link)?;
        }
        self.link(kind, claim, target, false)?;
        if is_source {
            self.source_changed(claim)?;
        }
        Ok(())
    }

    /// Whether a link would point to its own head, or make a claim a part of
    /// itself, however deep.
    pub fn closes_circle(&self, kind: &str, head: SpanId, tail: SpanId) -> bool {
        let part_of = self.scheme.link(kind).is_some_and(LinkKind::is_part_of);
        closes_circle(head, tail, |claim| {
            let links = self.article.annotations.slot(claim, kind);
            let links = links.filter(|_| part_of);
            links.filter_map(|link| link.target.span()).collect()
        })
    }

    /// Refuses ends that the scheme does not allow a link of this kind.
    fn check_ends(&self, head: SpanId, kind: &LinkKind, target: &Target) -> Result<(), Problem> {
        let label = |span: SpanId| self.article.annotations.span(span).map(|span| &span.label);
        let from = label(head).is_some_and(|label| kind.from.contains(label));
        let to = match target {
            Target::Mention { span, .. } => {
                *span != head && label(*span).is_some_and(|label| kind.to.contains(label))
            }
            Target::Entity(_) => kind.to.iter().any(|to| to == "entity"),
            Target::Special(special) => kind.special.contains(special),
        };
        if !from || !to {
            return Err(Problem::new(Code::Invalid, "problem-link-not-allowed")
                .with("slot", kind.title.clone()));
        }
        if let Some(tail) = target.span()
            && self.closes_circle(&kind.id, head, tail)
        {
            return Err(Problem::new(Code::Invalid, "problem-part-of-itself")
                .with("slot", kind.title.clone()));
        }
        Ok(())
    }

    /// Lets the parts of a claim follow its sources.
    pub fn source_changed(&mut self, claim: SpanId) -> Result<(), Problem> {
        let mut waiting = VecDeque::from([claim]);
        let mut seen = BTreeSet::new();
        while let Some(claim) = waiting.pop_front() {
            if !seen.insert(claim) || self.article.annotations.span(claim).is_none() {
                continue;
            }
            let consequences = self.judge(|context| rule::after_source_change(context, claim));
            let children = self.judge(|context| rule::children(context, claim));
            self.carry_out(consequences)?;
            waiting.extend(children);
        }
        Ok(())
    }

    fn judge<T>(&self, ask: impl FnOnce(&Context<'_>) -> T) -> T {
        ask(&Context {
            scheme: self.scheme,
            text: &self.article.text,
            quotations: &self.article.quotations,
            annotations: &self.article.annotations,
        })
    }

    fn follow(&mut self, before: Option<&Span>, after: Option<&Span>) -> Result<(), Problem> {
        let consequences = self.judge(|context| rule::after_span_change(context, before, after));
        self.carry_out(consequences)
    }

    fn carry_out(&mut self, consequences: Vec<Consequence>) -> Result<(), Problem> {
        for consequence in consequences {
            match consequence {
                Consequence::Value {
                    span,
                    attribute,
                    value,
                } => {
                    let mut after = self.span(span)?;
                    match value {
                        Some(value) => after.attributes.insert(
                            attribute,
                            Attribute {
                                value,
                                by_rule: true,
                            },
                        ),
                        None => after.attributes.remove(&attribute),
                    };
                    self.edits.update_span(&after)?;
                    self.article.annotations.put_span(after);
                }
                Consequence::Link { kind, head, target } => {
                    self.link(&kind, head, target, true)?;
                }
                Consequence::Unlink(link) => {
                    if self.article.annotations.link(link).is_some() {
                        self.remove_link(link)?;
                    }
                }
            }
        }
        Ok(())
    }
}
