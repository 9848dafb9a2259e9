// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Keeps what it is told: numbers as sent, and texts. */
final class RawTeller implements Teller {

  final Map<String, Object> told = new LinkedHashMap<>();

  static Map<String, Object> of(AisMessage message) {
    RawTeller teller = new RawTeller();
    teller.whole("type", message.type());
    teller.whole("repeat", message.repeat());
    teller.whole("mmsi", message.mmsi());
    message.tell(teller);
    return teller.told;
  }

  @Override
  public void whole(String name, long value) {
    keep(name, value);
  }

  @Override
  public void whole(String name, long raw, OptionalInt value) {
    keep(name, raw);
  }

  @Override
  public void real(String name, long raw, OptionalDouble value) {
    keep(name, raw);
  }

  @Override
  public void flag(String name, boolean value) {
    keep(name, value ? 1L : 0L);
  }

  @Override
  public void flag(String name, boolean raw, Optional<Boolean> value) {
    keep(name, raw ? 1L : 0L);
  }

  @Override
  public void text(String name, String value) {
    keep(name, value);
  }

  @Override
  public <T> void many(String name, List<T> things, Telling<T> telling) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (T thing : things) {
      RawTeller teller = new RawTeller();
      telling.tell(thing, teller);
      all.add(teller.told);
    }
    keep(name, all);
  }

  @Override
  public void bits(Bits bits) {
    keep("data", bits.toString());
  }

  private void keep(String name, Object value) {
    if (told.put(name, value) != null) {
      throw new AssertionError(name + " is told twice");
    }
  }
}
