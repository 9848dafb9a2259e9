// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.journal.JournalException;
import io.wayside.core.quality.Flags;
import io.wayside.tolling.book.exchange.ListSigner;
import io.wayside.tolling.control.KeptJournal;
import io.wayside.tolling.entries.Crossing;
import io.wayside.tolling.entries.EntryFile;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.fare.KnownEntry.Source;
import io.wayside.tolling.lane.Choice;
import io.wayside.tolling.lane.Evidence;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Violation;
import io.wayside.tolling.lane.TagEvidence;
import io.wayside.tolling.lane.Travel;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.LaneRecords;
import io.wayside.tolling.passage.LaneRole;
import io.wayside.tolling.passage.Seen;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.passage.Vehicles;
import io.wayside.tolling.tag.TagNumber;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TollEntriesComponentTest {

  private static final Instant NOW = Vehicles.ORIGIN.plusSeconds(3_600);
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  @TempDir Path folder;

  private final KeptJournal journal = new KeptJournal();
  private final Vehicles.Time time = new Vehicles.Time().at(NOW);
  private KeyPair keys = pair();
  private @Nullable TollEntriesComponent running;

  @BeforeEach
  void writeKeys() throws Exception {
    Files.writeString(
        folder.resolve("centre.keys"),
        "centre main " + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()) + "\n");
  }

  @AfterEach
  void stop() throws Exception {
    if (running != null) {
      running.stop();
    }
  }

  private void start() throws Exception {
    stop();
    Map<String, Object> given = new HashMap<>();
    given.put("station_id", "entries");
    given.put("lanes", new String[] {"lane-1", "lane-2"});
    given.put("keys", "centre.keys");
    given.put("lookEveryS", 1);
    TollEntriesConfig config =
        (TollEntriesConfig)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TollEntriesConfig.class},
                (proxy, method, arguments) ->
                    given.getOrDefault(method.getName(), method.getDefaultValue()));
    running =
        new TollEntriesComponent(config, new SiteFiles(folder, folder, folder), journal, time);
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException absent) {
      throw new AssertionError(absent);
    }
  }

  private TollEntriesComponent entries() {
    if (running == null) {
      throw new IllegalStateException("it was not started");
    }
    return running;
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.call()) {
      assertThat(System.nanoTime() - end).as("it does not come").isNegative();
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static TagNumber tag(int n) {
    return new TagNumber("%024x".formatted(n), 96);
  }

  private void passed(String lane, LaneRole role, int tag, Instant at) {
    long nanos = at.getEpochSecond() - Vehicles.ORIGIN.getEpochSecond();
    nanos *= Vehicles.SECOND;
    Evidence evidence =
        new Evidence(
            tag,
            Travel.FORWARD,
            nanos,
            nanos,
            Optional.empty(),
            Optional.of(new Choice(tag(tag), 0.9, Optional.empty(), 0)),
            List.of(
                new TagEvidence(
                    tag(tag), Optional.empty(), nanos, nanos, 4, -50, Map.of(1, 4L), 0.9)),
            List.of(),
            Flags.NONE);
    Terms terms = role == LaneRole.ENTRY ? Terms.ENTRY : Terms.CHARGED;
    var unused =
        journal.append(
            new LaneRecords(
                    new TollRecords(
                        new LaneOrigin("1001", "001", "x", lane, role), Vehicles.PLAN, time),
                    any -> Optional.empty())
                .draft(
                    new Passage(evidence, terms, Optional.empty(), nanos, Violation.NONE),
                    Optional.empty(),
                    Seen.NOTHING,
                    Vehicles.PROVENANCE));
  }

  private void push(String name, Crossing... crossings) throws Exception {
    Path incoming = Files.createDirectories(folder.resolve("toll-entries-incoming"));
    Path fresh = folder.resolve(name);
    Files.writeString(
        fresh,
        new EntryFile("centre", NOW, List.of(crossings))
            .write(new ListSigner("main", keys.getPrivate())));
    Files.move(fresh, incoming.resolve(name));
  }

  @Test
  void afterAStartTheRecordsOfTheLanesSayWhoIsIn() throws Exception {
    passed("lane-1", LaneRole.ENTRY, 1, NOW.minusSeconds(600));
    passed("lane-1", LaneRole.ENTRY, 2, NOW.minusSeconds(500));
    passed("lane-1", LaneRole.ENTRY, 3, NOW.minusSeconds(400));
    passed("lane-2", LaneRole.ENTRY, 1, NOW.minusSeconds(300));
    passed("lane-of-others", LaneRole.ENTRY, 4, NOW.minusSeconds(200));
    start();
    until(() -> entries().isReady());
    assertThat(entries().count().open()).isEqualTo(3);
    assertThat(entries().openOf(tag(1)).orElseThrow().point().record())
        .isEqualTo("gate-7/toll.lane-2/1");
    assertThat(entries().openOf(tag(4))).isEmpty();
    until(() -> entries().health().code().equals("ok"));
  }

  @Test
  void whatIsOlderThanItIsKeptIsNotRead() throws Exception {
    time.at(NOW.plusSeconds(100 * 3_600));
    passed("lane-1", LaneRole.ENTRY, 1, NOW);
    passed("lane-1", LaneRole.ENTRY, 2, NOW.plusSeconds(99 * 3_600));
    start();
    until(() -> entries().isReady());
    assertThat(entries().openOf(tag(1))).isEmpty();
    assertThat(entries().openOf(tag(2))).isPresent();
  }

  @Test
  void nobodyIsToldAnythingBeforeTheJournalCanBeRead() throws Exception {
    journal.failing(new JournalException.Unavailable("the disk does not answer; look at it"));
    start();
    until(() -> entries().health().code().equals("journal-unread"));
    assertThat(entries().isReady()).isFalse();
    journal.failing(null);
    until(() -> entries().isReady());
  }

  @Test
  void whatOtherGatewaysSendIsTakenAndOutlivesARestart() throws Exception {
    passed("lane-1", LaneRole.ENTRY, 1, NOW.minusSeconds(600));
    start();
    until(() -> entries().isReady());
    EntryPoint elsewhere = new EntryPoint("1002", NOW.minusSeconds(300), "gate-9/toll.l/7");
    push(
        "news-1",
        new Crossing(tag(5), true, elsewhere, true),
        new Crossing(
            tag(1),
            false,
            new EntryPoint("1003", NOW.minusSeconds(100), "gate-9/toll.l/8"),
            false));
    for (int run = 0; run < 2; run++) {
      until(() -> entries().openOf(tag(5)).isPresent());
      assertThat(entries().openOf(tag(5)).orElseThrow().source()).isEqualTo(Source.PUSHED);
      assertThat(entries().openOf(tag(5)).orElseThrow().doubtful()).isTrue();
      until(() -> entries().openOf(tag(1)).isEmpty());
      start();
      until(() -> entries().isReady());
    }
  }

  @Test
  void whatNobodyKnownHasSignedIsPutAsideAndSaid() throws Exception {
    start();
    until(() -> entries().isReady());
    keys = pair();
    push("forged", new Crossing(tag(5), true, new EntryPoint("1002", NOW, "g/t/1"), false));
    until(() -> entries().health().code().equals("entries-refused"));
    assertThat(folder.resolve("toll-entries-incoming/refused/forged")).exists();
    assertThat(entries().openOf(tag(5))).isEmpty();
  }
}
