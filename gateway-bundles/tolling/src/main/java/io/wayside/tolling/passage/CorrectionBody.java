// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.data.Value;
import java.util.Locale;

/** The body of a {@code toll-correction/1}. */
final class CorrectionBody {

  private CorrectionBody() {}

  static Value.Fields of(LaneOrigin origin, Correction correction) {
    return VehicleBody.place(origin, correction.shift(), correction.late())
        .and(
            "of",
            Value.Fields.with("gateway", correction.of().gateway())
                .and("stream", correction.of().stream())
                .and("number", correction.of().sequence())
                .and("hash", correction.ofHash())
                .build())
        .and("id", correction.id())
        .and("act", correction.act().name().toLowerCase(Locale.ROOT))
        .and("beforeMinor", correction.before())
        .and("afterMinor", correction.after())
        .and("minor", correction.after() - correction.before())
        .and("currency", correction.currency())
        .and("reason", correction.reason())
        .and("words", correction.words())
        .and("actor", correction.actor())
        .and("second", Forms.text(correction.second()))
        .build();
  }
}
