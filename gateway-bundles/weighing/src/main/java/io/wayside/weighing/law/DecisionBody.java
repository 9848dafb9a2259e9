// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.data.Wording;
import io.wayside.core.quality.Flag;
import java.util.Locale;
import java.util.Optional;

/** A decision as it stands in records and on the standard output. Masses in kilograms. */
public final class DecisionBody {

  private DecisionBody() {}

  public static Value.Fields of(Decision decision) {
    return Value.Fields.with("pack", decision.pack())
        .and("on", decision.on().toString())
        .and("verdict", decision.verdict().word())
        .and("offered", decision.isOffered())
        .and(
            "notOfferedFor",
            decision.notOfferedFor().stream().map(Flag::code).map(Value.Text::new).toList())
        .and("deductionPercent", decision.deductionPercent())
        .and("layouts", decision.layouts().stream().map(Value.Text::new).toList())
        .and("band", penalty(decision.penalty()))
        .and("findings", decision.findings().stream().map(DecisionBody::finding).toList())
        .and("notes", decision.notes().stream().map(DecisionBody::note).toList())
        .build();
  }

  private static Value finding(Finding finding) {
    FieldsBuilder fields =
        Value.Fields.with("subject", finding.subject().word())
            .and("firstAxle", finding.firstAxle() + 1)
            .and("axles", finding.axles())
            .and("verdict", finding.verdict().word())
            .and("reason", finding.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .and("measuredKg", finding.measuredKg())
            .and("deductedKg", finding.deductedKg())
            .and("uncertaintyKg", finding.uncertaintyKg());
    Optional<Candidate> governing = finding.governing();
    if (governing.isPresent()) {
      Candidate limit = governing.get();
      fields
          .and("rule", limit.rule().id())
          .and("limitKg", limit.limitKg())
          .and("source", limit.rule().evidence().source())
          .and("certainty", limit.rule().evidence().certainty().word())
          .and("marginKg", finding.marginKg())
          .and("marginPercent", finding.marginPercent());
    }
    return fields
        .and("candidates", finding.candidates().stream().map(DecisionBody::candidate).toList())
        .and("setAside", finding.setAside().stream().map(DecisionBody::candidate).toList())
        .and("band", penalty(finding.penalty()))
        .build();
  }

  private static Value candidate(Candidate candidate) {
    return Value.Fields.with("rule", candidate.rule().id())
        .and("name", wording(candidate.rule().name()))
        .and("limitKg", candidate.limitKg())
        .and("under", candidate.under().map(DecisionBody::wording).orElse(Value.ABSENT))
        .and("validFrom", candidate.rule().validFrom().toString())
        .and("source", candidate.rule().evidence().source())
        .and("certainty", candidate.rule().evidence().certainty().word())
        .build();
  }

  private static Value penalty(Optional<Penalty> band) {
    if (band.isEmpty()) {
      return Value.ABSENT;
    }
    RuleHead head = band.get().head();
    Evidence evidence = head.evidence();
    return Value.Fields.with("rule", head.id())
        .and("name", wording(head.name()))
        .and("source", evidence.source())
        .and("certainty", evidence.certainty().word())
        .build();
  }

  private static Value note(Note note) {
    return Value.Fields.with("text", wording(note.text()))
        .and("source", note.evidence().source())
        .and("certainty", note.evidence().certainty().word())
        .build();
  }

  private static Value wording(Wording wording) {
    return Value.Fields.with("vi", wording.vi()).and("en", wording.en()).build();
  }
}
