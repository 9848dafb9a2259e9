// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import io.wayside.core.vehicle.ClassScheme;
import io.wayside.counting.scheme.Sureness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The scheme that was asked for, and the one beside it for vehicles whose loads are known. */
record Schemes(ClassScheme asked, Optional<ClassScheme> weighed) {

  private static final String OPTION = "--scheme";

  static Schemes read(Verb.Streams streams, String name) throws Wrong {
    Path file = ShippedFile.find(OPTION, "classes", name);
    ClassScheme asked = read(streams, file);
    Optional<Path> weighed =
        asked
            .withLoads()
            .map(one -> file.resolveSibling(one + ".json"))
            .filter(Files::isRegularFile); // a copy elsewhere has none beside it
    return new Schemes(
        asked, weighed.isEmpty() ? Optional.empty() : Optional.of(read(streams, weighed.get())));
  }

  private static ClassScheme read(Verb.Streams streams, Path file) throws Wrong {
    return ShippedFile.read(streams, OPTION, file, ClassScheme::from);
  }

  /** By axles alone where the loads fit nothing. */
  Sureness classify(AxleTable.Row row) {
    if (weighed.isPresent() && !row.axles().loadsKg().isEmpty()) {
      Sureness told = Sureness.of(row.by(weighed.get()));
      if (!told.vehicleClass().isEmpty()) {
        String rule = weighed.get().id() + "/" + told.rule();
        return new Sureness(told.vehicleClass(), rule, told.confidence());
      }
    }
    return Sureness.of(row.by(asked));
  }
}
