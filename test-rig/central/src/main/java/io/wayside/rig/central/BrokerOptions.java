// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.rig.central.mqtt.BrokerPlan;
import io.wayside.rig.central.mqtt.TlsFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is said on the command line about the broker. */
final class BrokerOptions {

  static final Set<String> NAMES =
      Set.of("--broker", "--user", "--password-file", "--tls-ca", "--tls-cert", "--tls-key");

  private BrokerOptions() {}

  static BrokerPlan plan(Arguments given, String clientId) throws BadArguments {
    given.required("--broker");
    List<String> addresses = new ArrayList<>();
    for (String each : given.all("--broker")) {
      addresses.addAll(List.of(each.split(",", -1)));
    }
    if (given.has("--password-file") && !given.has("--user")) {
      throw new BadArguments("--password-file needs --user");
    }
    Optional<Path> password = file(given, "--password-file");
    try {
      return new BrokerPlan(
          addresses,
          clientId,
          given.given("--user").map(user -> new BrokerPlan.Login(user, password)),
          new TlsFiles(
              file(given, "--tls-ca"), file(given, "--tls-cert"), file(given, "--tls-key")),
          given.given("--group"));
    } catch (IllegalArgumentException outOfRange) {
      throw new BadArguments(String.valueOf(outOfRange.getMessage()));
    }
  }

  private static Optional<Path> file(Arguments given, String name) throws BadArguments {
    try {
      return given.given(name).map(Path::of);
    } catch (InvalidPathException notAPath) {
      throw new BadArguments(name + ": " + notAPath.getMessage());
    }
  }
}
