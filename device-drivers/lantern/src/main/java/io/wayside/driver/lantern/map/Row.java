// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import io.wayside.core.data.Evidence;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidSign;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One row of a map: a cell and what it tells. */
public sealed interface Row {

  Cell cell();

  /** How often it is read. */
  long everyNanos();

  Evidence evidence();

  /** What it tells, as the document names it. */
  String tells();

  /**
   * Something measured: raw × scale + offset.
   *
   * @param notUsed raw numbers that mean that nothing is connected
   */
  record Quantity(
      Cell cell,
      AidQuantity what,
      BigDecimal scale,
      BigDecimal offset,
      Set<BigDecimal> notUsed,
      long everyNanos,
      Evidence evidence)
      implements Row {

    @Override
    public String tells() {
      return Words.of(what);
    }

    Optional<Double> value(BigDecimal raw) {
      return notUsed.contains(raw.stripTrailingZeros())
          ? Optional.empty()
          : Optional.of(raw.multiply(scale).add(offset).doubleValue());
    }
  }

  /**
   * Something that is so or not.
   *
   * @param when raw numbers that say that it is so; none given: all but 0
   */
  record Sign(Cell cell, AidSign what, Set<Long> when, long everyNanos, Evidence evidence)
      implements Row {

    @Override
    public String tells() {
      return Words.of(what);
    }

    boolean isSo(long raw) {
      return when.isEmpty() ? raw != 0 : when.contains(raw);
    }
  }

  /**
   * One of a few words, by number.
   *
   * @param codes words by number; a number that is not there tells nothing, but for a rhythm, whose
   *     number is then its name
   */
  record Word(Cell cell, Topic topic, Map<Long, String> codes, long everyNanos, Evidence evidence)
      implements Row {

    @Override
    public String tells() {
      return Words.of(topic);
    }
  }

  /** What a word or a set of bits is about. */
  enum Topic {
    LIGHT,
    RACON,
    MODE,
    ALARM,
    RHYTHM,
    /** Eight digital inputs. */
    INPUTS
  }
}
