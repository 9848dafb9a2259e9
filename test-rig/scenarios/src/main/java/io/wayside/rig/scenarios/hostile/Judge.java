// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Holds what the centre stored against what the producer was promised. Knows neither the journal's
 * nor the centre's code.
 */
final class Judge {

  private final Ledger ledger;
  private final Load load;
  private final String gateway;

  Judge(Ledger ledger, Load load, String gateway) {
    this.ledger = ledger;
    this.load = load;
    this.gateway = gateway;
  }

  /**
   * @param thinned what the gateway said it had to give up; an accepted record of the kinds that
   *     may be given up is not missing then
   */
  void judge(List<CentreStore.Row> rows, Thinned thinned, Verdict verdict) {
    Map<Key, Long> accepted = ledger.accepted();
    Set<Key> missing = new HashSet<>(accepted.keySet());
    Set<Key> seen = new HashSet<>();
    Set<Long> numbers = new HashSet<>();
    for (CentreStore.Row row : rows) {
      Key key = new Key(row.stream(), row.sequence());
      missing.remove(key);
      if (row.kind().startsWith("journal-")) {
        continue; // the journal's own; nobody handed it in
      }
      if (!seen.add(key)) {
        verdict.add(Verdict.Wrong.DOUBLED, key + " is there twice");
      }
      judge(row, key, accepted.get(key), numbers, verdict);
    }
    missing.removeIf(
        key ->
            ledger.streamOf(accepted.getOrDefault(key, 0L)).importance().mayBeDropped()
                && thinned.names(key));
    missing.stream()
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .forEach(key -> verdict.add(Verdict.Wrong.MISSING, key.toString()));
    ledger.oddities().forEach(oddity -> verdict.add(Verdict.Wrong.DOUBLED, oddity));
  }

  private void judge(
      CentreStore.Row row,
      Key key,
      @org.jspecify.annotations.Nullable Long promised,
      Set<Long> numbers,
      Verdict verdict) {
    Value.Fields envelope;
    long number;
    try {
      if (!(Json.read(row.payload()).root() instanceof Value.Fields fields)
          || !(fields.get("body") instanceof Value.Fields body)
          || !(body.get("number") instanceof Value.Whole whole)) {
        verdict.add(Verdict.Wrong.ALTERED, key + " is no record of this rig");
        return;
      }
      envelope = fields;
      number = whole.value();
    } catch (GarbledData garbled) {
      verdict.add(Verdict.Wrong.ALTERED, key + " cannot be read: " + garbled.getMessage());
      return;
    }
    if (!numbers.add(number)) {
      verdict.add(Verdict.Wrong.DOUBLED, "number " + number + " is there twice, once as " + key);
    }
    if (promised == null && !ledger.mayExist(number)) {
      verdict.add(Verdict.Wrong.INVENTED, key + " with number " + number + " was never accepted");
    } else if (promised != null && promised != number) {
      verdict.add(
          Verdict.Wrong.ALTERED, key + " was promised to " + promised + ", there is " + number);
    } else if (!asHandedIn(row, envelope, key, number)) {
      verdict.add(Verdict.Wrong.ALTERED, key + " is not what was handed in");
    }
  }

  private boolean asHandedIn(CentreStore.Row row, Value.Fields envelope, Key key, long number) {
    Load.Stream stream = ledger.streamOf(number);
    return row.gateway().equals(gateway)
        && row.kind().equals("rig-number/1")
        && stream.name().equals(key.stream())
        && says(envelope, "stream", key.stream())
        && says(envelope, "importance", stream.importance().name().toLowerCase(Locale.ROOT))
        && new Value.Whole(key.sequence()).equals(envelope.get("sequence"))
        && load.body(number).equals(envelope.get("body"));
  }

  private static boolean says(Value.Fields envelope, String name, String expected) {
    return new Value.Text(expected).equals(envelope.get(name));
  }
}
