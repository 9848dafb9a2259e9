// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Charges with the caps applied. Each charge is taken as far as every cap it counts for has room
 * left; what was cut is put down to the cap with the least room.
 *
 * @param minor what is left to pay
 * @param cuts what each cap took off
 */
record Capped(long minor, Map<Cap, Long> cuts) {

  private record Bucket(Cap cap, long number) {}

  static Capped of(List<Charge> charges, Plan plan, String vehicleClass, long entryMs) {
    Map<Bucket, Long> used = new HashMap<>();
    Map<Cap, Long> cuts = new LinkedHashMap<>();
    long sum = 0;
    for (Charge charge : charges) {
      long taken = charge.minor();
      Cap tightest = null;
      List<Bucket> buckets = new ArrayList<>();
      for (Cap cap : plan.caps()) {
        if (cap.counts(charge, vehicleClass)) {
          Bucket bucket = new Bucket(cap, cap.bucketOf(charge, entryMs));
          buckets.add(bucket);
          long room = cap.minor() - used.getOrDefault(bucket, 0L);
          if (room < taken) {
            taken = room;
            tightest = cap;
          }
        }
      }
      for (Bucket bucket : buckets) {
        used.merge(bucket, taken, Long::sum);
      }
      if (tightest != null) {
        cuts.merge(tightest, charge.minor() - taken, Long::sum);
      }
      sum += taken;
    }
    return new Capped(sum, cuts);
  }
}
