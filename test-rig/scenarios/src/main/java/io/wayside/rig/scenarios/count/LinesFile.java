// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.counting.cli.Options;
import io.wayside.counting.cli.Verb.Streams;
import io.wayside.counting.cli.Wrong;
import io.wayside.counting.sighting.Plan;
import java.util.Optional;

/**
 * The document of lines that the verb is given.
 *
 * @param name of the file, for people
 */
record LinesFile(String name, Plan plan) {

  private static final String OPTION = "--lines";

  static LinesFile required(Streams streams, Options options) throws Wrong {
    return read(streams, options.required(OPTION));
  }

  static Optional<LinesFile> optional(Streams streams, Options options) throws Wrong {
    Optional<String> name = options.optional(OPTION);
    return name.isPresent() ? Optional.of(read(streams, name.get())) : Optional.empty();
  }

  private static LinesFile read(Streams streams, String name) throws Wrong {
    try {
      return new LinesFile(name, Plan.from(Node.read(name, streams.text(OPTION, name))));
    } catch (GarbledData garbled) {
      throw new Wrong(String.valueOf(garbled.getMessage()));
    }
  }
}
