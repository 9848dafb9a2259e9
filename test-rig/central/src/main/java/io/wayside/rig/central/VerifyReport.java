// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.central.store.GatewayKey;
import io.wayside.rig.central.verify.Proof;
import java.util.ArrayList;
import java.util.List;

/** What was proven, for people and for programs. */
final class VerifyReport {

  private static final List<String> HEADS =
      List.of("gateway", "stream", "records", "chain", "proven", "through", "by key", "written");
  private static final int LEFT_COLUMNS = 2;

  private VerifyReport() {}

  static String json(List<Proof> proofs, List<GatewayKey> strange, boolean holds) {
    return Json.write(
        Value.Fields.with("holds", holds)
            .and("streams", proofs.stream().map(VerifyReport::json).toList())
            .and(
                "strangeKeys",
                strange.stream()
                    .<Value>map(
                        key ->
                            Value.Fields.with("gateway", key.gateway())
                                .and("key", key.id())
                                .and("since", key.since().toString())
                                .build())
                    .toList())
            .build());
  }

  static String text(List<Proof> proofs, List<GatewayKey> strange, boolean holds) {
    if (proofs.isEmpty()) {
      return "nothing stored yet\n";
    }
    Columns table = new Columns(HEADS, LEFT_COLUMNS);
    for (Proof proof : proofs) {
      table.row(row(proof));
      proof
          .firstBad()
          .ifPresent(bad -> table.remark("first bad: " + bad.sequence() + ", " + bad.reason()));
      if (proof.claimed() > proof.highest()) {
        table.remark(
            "not here: "
                + (proof.highest() + 1)
                + "-"
                + proof.claimed()
                + ", named by a statement");
      }
    }
    StringBuilder out = new StringBuilder(table.text());
    for (GatewayKey key : strange) {
      out.append("ALARM: gateway ")
          .append(key.gateway())
          .append(" signs with key ")
          .append(key.id())
          .append(" since ")
          .append(key.since())
          .append("; if it was replaced in good order, give the new one with --key\n");
    }
    long records = proofs.stream().mapToLong(Proof::records).sum();
    long proven = proofs.stream().mapToLong(Proof::proven).sum();
    return out.append(records + " records, " + proven + " proven by signed statements: ")
        .append(holds ? "everything holds\n" : "NOT EVERYTHING HOLDS\n")
        .toString();
  }

  private static List<String> row(Proof proof) {
    List<String> row = new ArrayList<>();
    row.add(proof.key().gateway());
    row.add(proof.key().stream());
    row.add(Long.toString(proof.records()));
    row.add(proof.holds() ? "holds" : proof.bad() + " bad");
    row.add(Long.toString(proof.proven()));
    row.add(proof.by().map(by -> Long.toString(by.sequence())).orElse("-"));
    row.add(proof.by().map(Proof.Vouched::key).orElse("-"));
    row.add(proof.by().map(by -> by.written().toString()).orElse("-"));
    return row;
  }

  private static Value json(Proof proof) {
    return Value.Fields.with("gateway", proof.key().gateway())
        .and("stream", proof.key().stream())
        .and("records", proof.records())
        .and("highest", proof.highest())
        .and("claimed", proof.claimed())
        .and("bad", proof.bad())
        .and(
            "firstBad",
            proof
                .firstBad()
                .<Value>map(
                    bad ->
                        Value.Fields.with("sequence", bad.sequence())
                            .and("reason", bad.reason())
                            .build())
                .orElse(Value.ABSENT))
        .and("proven", proof.proven())
        .and(
            "by",
            proof
                .by()
                .<Value>map(
                    by ->
                        Value.Fields.with("sequence", by.sequence())
                            .and("key", by.key())
                            .and("written", by.written().toString())
                            .build())
                .orElse(Value.ABSENT))
        .build();
  }
}
