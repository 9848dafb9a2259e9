// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import io.wayside.uplink.PasswordFile;
import io.wayside.uplink.transport.TlsFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes a plan of settings, or says which setting is wrong. */
final class SparkplugSettings {

  private SparkplugSettings() {}

  /**
   * Which gateway this is, as the launcher says.
   *
   * @param state the folder of what outlives a restart
   */
  record Identity(String tenant, String gateway, String release, Path state) {}

  static LiveViewPlan plan(SparkplugConfig config, Identity identity) {
    if (config.brokers().length == 0) {
      throw new IllegalArgumentException("brokers is empty; give the address of one at least");
    }
    return new LiveViewPlan(
        config.uplink_id(),
        identity.tenant(),
        identity.gateway(),
        identity.release(),
        List.of(config.brokers()),
        given(config.clientId()).orElse(identity.gateway() + "-sparkplug"),
        given(config.username()),
        given(config.passwordFile()).flatMap(PasswordFile::read),
        given(config.primaryHost()).map(SparkplugSettings::host),
        config.window(),
        config.backlogRateHz(),
        Duration.ofSeconds(config.rebirthRestS()),
        Duration.ofSeconds(config.hostPatienceS()),
        Duration.ofSeconds(config.keepAliveS()),
        Duration.ofSeconds(config.connectTimeoutS()),
        Duration.ofSeconds(config.patienceS()),
        Duration.ofSeconds(config.firstConnectWithinS()),
        Duration.ofSeconds(config.longestPauseS()),
        new TlsFiles(
            given(config.caFile()).map(Path::of),
            given(config.certificateFile()).map(Path::of),
            given(config.privateKeyFile()).map(Path::of)),
        identity.state().resolve("uplink").resolve(config.uplink_id() + ".bdseq"));
  }

  /** It becomes a level of the topic that is subscribed to. */
  private static String host(String id) {
    if (id.chars().anyMatch(c -> c == '/' || c == '+' || c == '#' || c == 0)) {
      throw new IllegalArgumentException(
          "primaryHost \"" + id + "\" must be one level of a topic: without / + #");
    }
    return id;
  }

  private static Optional<String> given(String setting) {
    return setting.isEmpty() ? Optional.empty() : Optional.of(setting);
  }
}
