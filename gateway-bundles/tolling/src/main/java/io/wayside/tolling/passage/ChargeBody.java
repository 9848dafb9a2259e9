// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.KnownEntry;

/** What a passage comes to, as the members of a body. */
final class ChargeBody {

  private ChargeBody() {}

  static FieldsBuilder into(FieldsBuilder body, Charge charge) {
    return body.and("payment", charge.payment().word())
        .and("fare", charge.fare().<Value>map(ChargeBody::fare).orElse(Value.ABSENT))
        .and("because", Forms.texts(charge.because()))
        .and("title", Forms.text(charge.title()))
        .and("entry", charge.entry().<Value>map(ChargeBody::entry).orElse(Value.ABSENT));
  }

  private static Value fare(Fare fare) {
    return Value.Fields.with("minor", fare.minor())
        .and("currency", fare.currency())
        .and("tariff", fare.tariff())
        .and("because", Forms.texts(fare.because()))
        .build();
  }

  private static Value entry(KnownEntry entry) {
    return Value.Fields.with("station", entry.point().station())
        .and("at", entry.point().at().toString())
        .and("record", entry.point().record())
        .and("source", entry.source().word())
        .and("doubtful", entry.doubtful())
        .build();
  }
}
