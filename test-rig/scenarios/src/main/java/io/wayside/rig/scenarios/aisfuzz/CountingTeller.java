// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aisfuzz;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Has everything told to it and counts it. */
final class CountingTeller implements Teller {

  private long told;

  long told() {
    return told;
  }

  @Override
  public void whole(String name, long value) {
    told++;
  }

  @Override
  public void whole(String name, long raw, OptionalInt value) {
    told++;
  }

  @Override
  public void real(String name, long raw, OptionalDouble value) {
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new IllegalStateException(name + " is " + value.getAsDouble());
    }
    told++;
  }

  @Override
  public void flag(String name, boolean value) {
    told++;
  }

  @Override
  public void flag(String name, boolean raw, Optional<Boolean> value) {
    told++;
  }

  @Override
  public void text(String name, String value) {
    told += value.isEmpty() ? 0 : 1;
  }

  @Override
  public <T> void many(String name, List<T> things, Telling<T> telling) {
    things.forEach(thing -> telling.tell(thing, this));
  }

  @Override
  public void bits(Bits bits) {
    told += bits.hex().isEmpty() ? 0 : 1;
  }
}
