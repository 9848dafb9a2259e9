// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.command.Permission;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.rig.scenarios.hostile.Combination.Wire;
import io.wayside.rig.transports.RigTime;
import io.wayside.uplink.Profile;
import io.wayside.uplink.Uplink;
import io.wayside.uplink.UplinkPlan;
import io.wayside.uplink.command.CommandRules;
import io.wayside.uplink.delivery.Shaping;
import io.wayside.uplink.mqtt5.Mqtt5Transport;
import io.wayside.uplink.paho.PahoTransport;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.TlsFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** The parts of a gateway that make the promise: a journal and an uplink, without a framework. */
final class GatewayBox implements AutoCloseable {

  static final String TENANT = "rig";
  static final String ID = "gw-1";
  static final int WINDOW = 40;
  static final Duration PATIENCE = Duration.ofMillis(2500);

  private static final long QUOTA_BYTES = 64L << 20;
  private static final long RESERVE_BYTES = 16 << 10;
  private static final String UPLINK = "centre";
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final Provenance PROVENANCE = new Provenance("rig", "0123456789abcdef", "none");

  private final SqliteJournal journal;
  private final Outbox outbox;
  private final Uplink uplink;

  private GatewayBox(SqliteJournal journal, Outbox outbox, Uplink uplink) {
    this.journal = journal;
    this.outbox = outbox;
    this.uplink = uplink;
  }

  static GatewayBox open(Path folder, String broker, Wire wire, long seed)
      throws IOException, JournalException {
    return open(folder, broker, wire, seed, QUOTA_BYTES, new RigTime(), WINDOW);
  }

  /**
   * With a journal that lives in a time of its own.
   *
   * @param window the most records in flight
   */
  static GatewayBox open(
      Path folder,
      String broker,
      Wire wire,
      long seed,
      long quotaBytes,
      TimeSource journalTime,
      int window)
      throws IOException, JournalException {
    TimeSource time = new RigTime();
    JournalSettings settings =
        JournalSettings.standard(folder, ID).withQuota(quotaBytes, RESERVE_BYTES);
    SqliteJournal journal = SqliteJournal.open(settings, journalTime, () -> PROVENANCE);
    Outbox outbox = journal.outbox(UPLINK);
    MqttTransport transport =
        wire == Wire.MQTT_5 ? new Mqtt5Transport(time) : new PahoTransport(time);
    Uplink uplink =
        Uplink.start(
            plan(broker, window),
            outbox,
            transport,
            Optional.of(hearing()),
            time,
            new Random(seed));
    return new GatewayBox(journal, outbox, uplink);
  }

  /** As a site document makes it, with times that make a trial short. */
  private static UplinkPlan plan(String broker, int window) {
    return new UplinkPlan(
        UPLINK,
        TENANT,
        ID,
        "rig",
        Profile.WAYSIDE_JSON,
        List.of(broker),
        ID,
        Optional.empty(),
        Optional.empty(),
        window,
        Duration.ofSeconds(60),
        CONNECT_WITHIN,
        PATIENCE,
        Duration.ofMillis(100),
        LONGEST_PAUSE,
        TlsFiles.NONE,
        Optional.empty(),
        Shaping.STANDARD);
  }

  /** Somebody listens for commands, so that there is a SUBSCRIBE on the wire; none comes. */
  private static Uplink.Hearing hearing() {
    return new Uplink.Hearing(
        new CommandRules(Optional.empty(), EnumSet.noneOf(Permission.class), false),
        command -> {
          throw new IllegalStateException("nobody commands here: " + command);
        });
  }

  CompletableFuture<RecordId> append(Draft draft) {
    return journal.append(draft);
  }

  /** Records not acknowledged yet. */
  long backlog() {
    return outbox.backlog();
  }

  /** What the centre asks for by the command {@code resend}. */
  void resend(String stream, long first, long last) throws JournalException {
    outbox.resend(stream, first, last);
  }

  /** Half of the link for what is new, as long as there is a backlog. */
  void shareWithFresh() {
    outbox.shareWithFresh(1, 2);
  }

  String health() {
    return uplink.health().code() + ": " + uplink.health().message();
  }

  @Override
  public void close() {
    uplink.close();
    journal.close();
  }
}
