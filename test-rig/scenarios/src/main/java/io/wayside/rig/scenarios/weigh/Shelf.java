// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.weighing.accuracy.R134Table;
import io.wayside.weighing.lane.LaneJudge;
import io.wayside.weighing.law.LawPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The data that comes with the software.
 *
 * @param home root of the source tree
 */
record Shelf(Path home) {

  static Shelf ofProcess() {
    return new Shelf(Path.of(System.getProperty("wayside.home", ".")));
  }

  /** The law of Viet Nam and its classes by axles. */
  LaneJudge judge() throws IOException, GarbledData {
    return new LaneJudge(
        Optional.of(ClassScheme.from(read("config/classes/vn-axle.json"))),
        Optional.of(LawPack.from(read("config/law/vn.json"))));
  }

  R134Table r134() throws IOException, GarbledData {
    return R134Table.from(read("config/accuracy/oiml-r134.json"));
  }

  private Node read(String file) throws IOException, GarbledData {
    return Node.read(file, Files.readString(home.resolve(file)));
  }
}
