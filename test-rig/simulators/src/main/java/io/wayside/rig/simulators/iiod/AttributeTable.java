// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import io.wayside.rig.simulators.iiod.Errno.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A device's settings and what they have been set to. */
final class AttributeTable {

  static final String FREQUENCY = "sampling_frequency";

  /** Where an attribute belongs. */
  enum Kind {
    DEVICE,
    BUFFER,
    DEBUG,
    CHANNEL
  }

  /**
   * @param channel id of the channel, empty for the other kinds
   */
  record Place(Kind kind, String channel) {}

  private record Key(Place place, String name) {}

  private final IioDescription description;
  private final List<IioAttribute> ofDevice;
  private final List<IioAttribute> ofBuffer =
      List.of(
          IioAttribute.of("data_available", "0", false),
          IioAttribute.of("direction", "in", false),
          IioAttribute.of("hwfifo_timeout", "0", true));
  private final Map<Key, String> written = new HashMap<>();

  AttributeTable(IioDescription description) {
    this.description = description;
    this.ofDevice = List.of(IioAttribute.of(FREQUENCY, plain(description.samplingHz()), true));
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? Long.toString(Math.round(number))
        : String.format(Locale.ROOT, "%.6f", number);
  }

  List<IioAttribute> ofDevice() {
    return ofDevice;
  }

  List<IioAttribute> ofBuffer() {
    return ofBuffer;
  }

  IioChannel channel(Place place) throws Refused {
    return description.channels().stream()
        .filter(c -> c.id().equals(place.channel()))
        .findFirst()
        .orElseThrow(Errno.ENXIO::refused);
  }

  private List<IioAttribute> of(Place place) throws Refused {
    return switch (place.kind()) {
      case DEVICE -> ofDevice;
      case BUFFER -> ofBuffer;
      case DEBUG -> List.of();
      case CHANNEL -> channel(place).attributes();
    };
  }

  List<String> names(Place place) throws Refused {
    Stream<String> named = of(place).stream().map(IioAttribute::name);
    boolean measured = place.kind() == Kind.CHANNEL && !channel(place).isTimestamp();
    return (measured ? Stream.concat(named, Stream.of("raw")) : named).toList();
  }

  private IioAttribute attribute(Place place, String name) throws Refused {
    return of(place).stream()
        .filter(a -> a.name().equals(name))
        .findFirst()
        .orElseThrow(Errno.ENOENT::refused);
  }

  String value(Place place, String name) throws Refused {
    String initial = attribute(place, name).value();
    return written.getOrDefault(new Key(place, name), initial);
  }

  void set(Place place, String name, String value) throws Refused {
    boolean measured = name.equals("raw") && names(place).contains(name);
    if (measured || !attribute(place, name).writable()) {
      throw Errno.EACCES.refused();
    }
    if (name.equals(FREQUENCY) && !usable(value)) {
      throw Errno.EINVAL.refused();
    }
    written.put(new Key(place, name), value);
  }

  static boolean usable(String frequency) {
    return frequency.matches("\\d{1,7}(\\.\\d{1,9})?")
        && Double.parseDouble(frequency) > 0
        && Double.parseDouble(frequency) <= 1e6;
  }
}
