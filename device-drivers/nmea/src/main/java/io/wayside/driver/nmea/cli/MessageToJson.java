// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.cli;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.driver.nmea.ais.Reception;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A message as JSON, by docs/wire/ais.md: null is none, left out is not told. */
final class MessageToJson implements Teller {

  /** Finer than any message counts: 1 cm of latitude. */
  private static final double DECIMALS = 1e7;

  private final boolean withRaw;
  private final FieldsBuilder fields = new FieldsBuilder();
  private final FieldsBuilder numbers = new FieldsBuilder();

  private MessageToJson(boolean withRaw) {
    this.withRaw = withRaw;
  }

  /** A message, with its numbers as they were sent when they are wanted. */
  static Value.Fields of(Reception heard, boolean withRaw) {
    MessageToJson json = new MessageToJson(withRaw);
    json.whole("type", heard.message().type());
    json.whole("mmsi", heard.message().mmsi());
    json.whole("repeat", heard.message().repeat());
    if (heard.channel() != ' ') {
      json.text("channel", String.valueOf(heard.channel()));
    }
    if (heard.own()) {
      json.fields.and("own", true);
    }
    if (!heard.source().isEmpty()) {
      json.text("source", heard.source());
    }
    heard.message().tell(json);
    return json.build();
  }

  private Value.Fields build() {
    if (withRaw) {
      fields.and("raw", numbers.build());
    }
    return fields.build();
  }

  @Override
  public void whole(String name, long value) {
    fields.and(name, value);
    numbers.and(name, value);
  }

  @Override
  public void whole(String name, long raw, OptionalInt value) {
    fields.and(name, value.isPresent() ? (Value) new Value.Whole(value.getAsInt()) : Value.ABSENT);
    numbers.and(name, raw);
  }

  @Override
  public void real(String name, long raw, OptionalDouble value) {
    fields.and(
        name,
        value.isPresent()
            ? (Value) new Value.Real(Math.rint(value.getAsDouble() * DECIMALS) / DECIMALS)
            : Value.ABSENT);
    numbers.and(name, raw);
  }

  @Override
  public void flag(String name, boolean value) {
    fields.and(name, value);
    numbers.and(name, value ? 1 : 0);
  }

  @Override
  public void flag(String name, boolean raw, Optional<Boolean> value) {
    fields.and(name, value.<Value>map(Value.Truth::new).orElse(Value.ABSENT));
    numbers.and(name, raw ? 1 : 0);
  }

  @Override
  public void text(String name, String value) {
    fields.and(name, value);
  }

  @Override
  public <T> void many(String name, List<T> things, Telling<T> telling) {
    List<Value> all = new ArrayList<>();
    for (T thing : things) {
      MessageToJson json = new MessageToJson(withRaw);
      telling.tell(thing, json);
      all.add(json.build());
    }
    fields.and(name, all);
  }

  @Override
  public void bits(Bits bits) {
    fields.and("data", bits.toString());
  }
}
