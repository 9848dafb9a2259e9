// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.tolling.parking.Key;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of a vehicle at a lane.
 *
 * @param keys tag, plate, ticket; may be none
 * @param vehicleClass by the plan; empty text for the usual one
 * @param lostTicket the driver says so
 * @param codes that take something off the price
 */
public record Asking(
    SortedSet<Key> keys, String vehicleClass, boolean lostTicket, List<String> codes) {

  public static final Asking NOTHING = new Asking(new TreeSet<>(), "", false, List.of());

  public Asking {
    keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    codes = List.copyOf(codes);
  }

  public static Asking of(Key key) {
    TreeSet<Key> one = new TreeSet<>();
    one.add(key);
    return new Asking(one, "", false, List.of());
  }
}
