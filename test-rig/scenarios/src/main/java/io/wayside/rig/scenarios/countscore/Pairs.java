// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.countscore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which event is which true passing: as many pairs as can be, and of these the ones that lie
 * closest together in time.
 *
 * <p>On one line and in one direction both are points in time. If two pairs cross, the pairs with
 * their ends exchanged are within the limit as well and no farther apart in sum, so it is enough to
 * look at pairs in order.
 */
final class Pairs {

  private final double withinS;

  Pairs(double withinS) {
    this.withinS = withinS;
  }

  /** One event and the passing it stands for. */
  record Pair(Passing event, Passing truth) {
    double apartS() {
      return Math.abs(event.timeS() - truth.timeS());
    }
  }

  /** Of events and passings of one line and direction. */
  List<Pair> of(List<Passing> events, List<Passing> truths) {
    List<Passing> e = sorted(events);
    List<Passing> t = sorted(truths);
    int[][] count = new int[e.size() + 1][t.size() + 1];
    double[][] apart = new double[e.size() + 1][t.size() + 1];
    for (int i = e.size() - 1; i >= 0; i--) {
      for (int k = t.size() - 1; k >= 0; k--) {
        boolean skipEvent =
            count[i + 1][k] > count[i][k + 1]
                || (count[i + 1][k] == count[i][k + 1] && apart[i + 1][k] <= apart[i][k + 1]);
        count[i][k] = skipEvent ? count[i + 1][k] : count[i][k + 1];
        apart[i][k] = skipEvent ? apart[i + 1][k] : apart[i][k + 1];
        Pair pair = new Pair(e.get(i), t.get(k));
        if (pair.apartS() <= withinS) {
          int more = count[i + 1][k + 1] + 1;
          double sum = apart[i + 1][k + 1] + pair.apartS();
          if (more > count[i][k] || (more == count[i][k] && sum < apart[i][k])) {
            count[i][k] = more;
            apart[i][k] = sum;
          }
        }
      }
    }
    return chosen(e, t, count, apart);
  }

  private static List<Pair> chosen(
      List<Passing> e, List<Passing> t, int[][] count, double[][] apart) {
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    int k = 0;
    while (i < e.size() && k < t.size()) {
      if (same(count, apart, i, k, i + 1, k)) {
        i++;
      } else if (same(count, apart, i, k, i, k + 1)) {
        k++;
      } else {
        pairs.add(new Pair(e.get(i), t.get(k)));
        i++;
        k++;
      }
    }
    return pairs;
  }

  private static boolean same(int[][] count, double[][] apart, int i, int k, int j, int l) {
    return count[i][k] == count[j][l] && Double.compare(apart[i][k], apart[j][l]) == 0;
  }

  private static List<Passing> sorted(List<Passing> all) {
    return all.stream().sorted(Comparator.comparingDouble(Passing::timeS)).toList();
  }
}
