// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.iso;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.Fields;

/** The data unit of a record: which one, and the members an office works with. */
final class Adus {

  private Adus() {}

  static Value of(JournalRecord record) {
    return switch (record.kind().name()) {
      case "toll-correction" -> unit("billingDetailsAdu", correction(record));
      case "toll-violation", "toll-unproven" -> unit("enforcementAdu", enforcement(record));
      case "toll-shift" -> unit("qaReportAdu", report(record));
      default -> unit("tollDeclarationAdu", declaration(record));
    };
  }

  private static Value unit(String name, FieldsBuilder content) {
    return Value.Fields.with(name, content.build()).build();
  }

  private static FieldsBuilder head(JournalRecord record) {
    Fields body = new Fields(record.body());
    return Value.Fields.with("gateway", record.id().gateway())
        .and("lane", record.id().stream())
        .and("number", record.id().sequence())
        .and("recordHash", record.hash())
        .and("time", record.occurred().wall().toString())
        .and("clock", record.occurred().clock().state().name())
        .and("station", body.member("station").value())
        .and("businessDay", body.member("day").value())
        .and("shift", body.member("shift").value());
  }

  private static FieldsBuilder declaration(JournalRecord record) {
    Fields body = new Fields(record.body());
    Fields decision = body.member("decision");
    Fields fare = body.member("fare");
    return head(record)
        .and("direction", body.member("direction").value())
        .and("userId", decision.member("tag").value())
        .and("vehicleGroup", decision.member("group").value())
        .and("measured", body.member("measured").value())
        .and("payment", body.member("payment").value())
        .and("amountMinor", fare.member("minor").value())
        .and("currency", fare.member("currency").value())
        .and("tariff", fare.member("tariff").value())
        .and("entry", body.member("entry").value())
        .and("mode", decision.member("mode").value())
        .and("lists", decision.member("lists").value())
        .and("flags", body.member("flags").value());
  }

  private static FieldsBuilder correction(JournalRecord record) {
    Fields body = new Fields(record.body());
    return head(record)
        .and("of", body.member("of").value())
        .and("act", body.member("act").value())
        .and("amountMinor", body.member("minor").value())
        .and("currency", body.member("currency").value())
        .and("reason", body.member("reason").value());
  }

  private static FieldsBuilder enforcement(JournalRecord record) {
    Fields body = new Fields(record.body());
    return head(record)
        .and("kind", record.kind().name())
        .and("reason", body.member("reason").value())
        .and("plate", body.member("plate").value())
        .and("measured", body.member("measured").value())
        .and("flags", body.member("flags").value());
  }

  private static FieldsBuilder report(JournalRecord record) {
    Fields body = new Fields(record.body());
    return head(record)
        .and("scope", body.member("scope").value())
        .and("revision", body.member("revision").value())
        .and("lanes", body.member("lanes").value())
        .and("totals", body.member("totals").value())
        .and("sums", body.member("sums").value())
        .and("sumHash", body.member("sumHash").value());
  }
}
