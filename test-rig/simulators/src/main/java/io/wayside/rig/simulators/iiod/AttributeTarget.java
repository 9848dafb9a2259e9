// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import io.wayside.rig.simulators.iiod.AttributeTable.Kind;
import io.wayside.rig.simulators.iiod.AttributeTable.Place;
import io.wayside.rig.simulators.iiod.Errno.Refused;
import java.util.List;

/**
 * What READ and WRITE mean.
 *
 * @param name empty for all
 */
record AttributeTarget(Place place, String name) {

  static AttributeTarget of(List<String> words) throws Refused {
    String first = words.isEmpty() ? "" : words.get(0);
    int place =
        switch (first) {
          case "INPUT", "input", "OUTPUT", "output" -> 2;
          case "BUFFER", "buffer", "DEBUG", "debug" -> 1;
          default -> 0;
        };
    if (words.size() < place || words.size() > place + 1) {
      throw Errno.EINVAL.refused();
    }
    String name = words.size() > place ? words.get(place) : "";
    return switch (first) {
      case "INPUT", "input" -> new AttributeTarget(new Place(Kind.CHANNEL, words.get(1)), name);
      case "OUTPUT", "output" -> throw Errno.ENXIO.refused(); // none is described
      case "BUFFER", "buffer" -> new AttributeTarget(new Place(Kind.BUFFER, ""), name);
      case "DEBUG", "debug" -> new AttributeTarget(new Place(Kind.DEBUG, ""), name);
      default -> new AttributeTarget(new Place(Kind.DEVICE, ""), name);
    };
  }
}
