// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * What was accepted beside what arrived, by number.
 *
 * @param accepted numbers whose producer was told "accepted"
 * @param arrived numbers that arrived at least once, accepted or not
 * @param lost accepted and never arrived
 * @param doubles arrivals beyond the first of each number
 */
record Account(long accepted, long arrived, long lost, long doubles) {

  static final Account NOTHING = new Account(0, 0, 0, 0);

  static Account of(int numbers, IntPredicate isAccepted, IntUnaryOperator arrivals) {
    long accepted = 0;
    long arrived = 0;
    long lost = 0;
    long doubles = 0;
    for (int number = 0; number < numbers; number++) {
      int times = arrivals.applyAsInt(number);
      arrived += times > 0 ? 1 : 0;
      doubles += Math.max(0, times - 1);
      if (isAccepted.test(number)) {
        accepted++;
        lost += times == 0 ? 1 : 0;
      }
    }
    return new Account(accepted, arrived, lost, doubles);
  }

  Account plus(Account other) {
    return new Account(
        accepted + other.accepted,
        arrived + other.arrived,
        lost + other.lost,
        doubles + other.doubles);
  }
}
