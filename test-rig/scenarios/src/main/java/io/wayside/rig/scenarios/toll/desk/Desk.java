// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.desk;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.scenarios.site.ControlSocket;
import io.wayside.tolling.passage.Fields;
import java.io.IOException;
import java.nio.file.Path;

/** Commands to a running gateway, and how they end. */
final class Desk {

  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int WRONG_USAGE = 2;
  static final int WAITS = 3;
  static final int NO_GATEWAY = 4;

  private Desk() {}

  /** What a station said. */
  record Answer(Fields body) {

    boolean isDone() {
      return body.text("result").filter("done"::equals).isPresent();
    }

    Fields answer() {
      return body.member("answer");
    }

    /** Why not, for people. */
    String why() {
      return body.text("result").orElse("not done")
          + ", "
          + body.text("code").orElse("")
          + ": "
          + body.text("message").orElse("");
    }
  }

  /**
   * Asks once.
   *
   * @throws IOException when no gateway answers, with the remedy
   */
  static Answer ask(Path state, Value.Fields command) throws IOException {
    String said;
    try {
      said = new ControlSocket(state).ask("command " + Json.write(command)).text();
    } catch (IOException nobody) {
      throw new IOException(
          "no gateway answers at "
              + state.resolve("run/control.sock")
              + " ("
              + nobody.getMessage()
              + "): start it, name its folder with --state, or become the user it runs as",
          nobody);
    }
    try {
      return new Answer(new Fields(Json.read(said).root()));
    } catch (GarbledData early) {
      throw new IOException("the gateway says: " + said, early);
    }
  }
}
