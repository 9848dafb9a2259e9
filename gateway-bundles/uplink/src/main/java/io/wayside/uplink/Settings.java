// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.command.Permission;
import io.wayside.uplink.command.CommandRules;
import io.wayside.uplink.command.SenderKeys;
import io.wayside.uplink.transport.TlsFiles;
import io.wayside.uplink.wire.kura.KuraTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes plans of settings, or says which setting is wrong. */
final class Settings {

  private Settings() {}

  /** Which gateway this is, as the launcher says. */
  record Identity(String tenant, String gateway, String release) {}

  static UplinkPlan plan(Config config, Identity identity) {
    return new UplinkPlan(
        config.uplink_id(),
        identity.tenant(),
        identity.gateway(),
        identity.release(),
        config.profile(),
        List.of(config.brokers()),
        clientId(config, identity),
        given(config.username()),
        given(config.passwordFile()).flatMap(PasswordFile::read),
        config.window(),
        Duration.ofSeconds(config.keepAliveS()),
        Duration.ofSeconds(config.connectTimeoutS()),
        Duration.ofSeconds(config.patienceS()),
        Duration.ofSeconds(config.firstConnectWithinS()),
        Duration.ofSeconds(config.longestPauseS()),
        new TlsFiles(
            given(config.caFile()).map(Path::of),
            given(config.certificateFile()).map(Path::of),
            given(config.privateKeyFile()).map(Path::of)),
        config.telemetryExpiryS() == 0
            ? Optional.empty()
            : Optional.of(Duration.ofSeconds(config.telemetryExpiryS())),
        ShapingSettings.of(config));
  }

  /** Empty in the configuration: the gateway's id. Kura's topics bear the client id as it is. */
  private static String clientId(Config config, Identity identity) {
    String configured = given(config.clientId()).orElse(identity.gateway());
    return config.profile() == Profile.KURA ? KuraTopics.clientId(configured) : configured;
  }

  /** Whose commands are heard; empty when nobody's. */
  static Optional<CommandRules> commands(Config config) {
    return switch (config.commandsFrom()) {
      case "none" -> Optional.empty();
      case "broker-acl" -> Optional.of(rules(config, Optional.empty()));
      case "signed" -> Optional.of(rules(config, Optional.of(keys(config))));
      default ->
          throw new IllegalArgumentException(
              "commandsFrom \""
                  + config.commandsFrom()
                  + "\" is not one of none, broker-acl, signed");
    };
  }

  private static CommandRules rules(Config config, Optional<SenderKeys> keys) {
    return new CommandRules(
        keys, permissions(config.commandPermissions()), config.commandsWithoutClock());
  }

  private static SenderKeys keys(Config config) {
    return SenderKeys.read(
        Path.of(
            given(config.commandKeysFile())
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "commandsFrom is signed, and commandKeysFile is not set; give the file"
                                + " with the public keys of those who may command"))));
  }

  private static Set<Permission> permissions(String[] names) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    for (String name : names) {
      permissions.add(
          Arrays.stream(Permission.values())
              .filter(known -> known.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "commandPermissions: \""
                              + name
                              + "\" is not one of "
                              + Arrays.toString(Permission.values()))));
    }
    return permissions;
  }

  private static Optional<String> given(String setting) {
    return setting.isEmpty() ? Optional.empty() : Optional.of(setting);
  }
}
