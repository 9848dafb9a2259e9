// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import io.wayside.core.health.Health;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.journal.verify.Verify;
import io.wayside.rig.scenarios.journal.Facts.Given;
import io.wayside.rig.scenarios.journal.Verdict.Wrong;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens what is left of a journal after a cut and holds it to what was said before. */
final class Inspection {

  private static final int PORTION = 500;
  private static final long KEEP_S = 20;
  private static final String AUDITOR = "auditor";

  /** What images are made without: told rightly, and no reason for a gap. */
  private static final Set<String> OF_THE_IMAGE =
      Set.of("journal-heads-lost", "journal-key-exposed");

  private final Path folder;
  private final Facts facts;
  private final Verdict verdict = new Verdict();

  /** What the journal itself says. */
  private final Facts found = new Facts();

  private Inspection(Path folder, Facts facts) {
    this.folder = folder;
    this.facts = facts;
  }

  /** Changes the folder: it is opened, read, appended to, closed and verified. */
  static Verdict of(Path folder, Facts facts) throws InterruptedException {
    Inspection inspection = new Inspection(folder, facts);
    inspection.run();
    return inspection.verdict;
  }

  private void run() throws InterruptedException {
    SteppedTime time = new SteppedTime(facts.highest() + 1);
    try (SqliteJournal journal =
        SqliteJournal.open(BusySite.settings(folder, KEEP_S), time, () -> Numbered.PROVENANCE)) {
      Health health = journal.health();
      if (health.status() != Health.Status.OK && !OF_THE_IMAGE.contains(health.code())) {
        verdict.found(health.code());
      }
      // Before anything is removed: what a destination has not acknowledged is looked at first.
      Map<Facts.Key, JournalRecord> centre = all(journal.outbox(BusySite.DESTINATIONS.get(0)));
      Map<Facts.Key, JournalRecord> archive = all(journal.outbox(BusySite.DESTINATIONS.get(1)));
      Map<Facts.Key, JournalRecord> everything = all(journal.outbox(AUDITOR));
      everything.values().forEach(record -> Numbered.thinned(record).forEach(found::addThinned));
      kept(everything);
      order(everything);
      delivered("centre", centre);
      delivered("archive", archive);
      centre(centre);
      RecordId next =
          journal.appendDurably(
              Numbered.draft(Numbered.STREAMS.get(0), 0, 10, List.of(), time.now()));
      if (facts.kept().containsKey(new Facts.Key(next.stream(), next.sequence()))) {
        verdict.add(Wrong.DOUBLE, next + " is given out again");
      }
    } catch (IOException | JournalException stuck) {
      verdict.add(Wrong.STUCK, String.valueOf(stuck));
    }
    verify();
  }

  private Map<Facts.Key, JournalRecord> all(Outbox outbox) throws JournalException {
    Map<Facts.Key, JournalRecord> records = new LinkedHashMap<>();
    for (List<JournalRecord> some = outbox.next(PORTION);
        !some.isEmpty();
        some = outbox.next(PORTION)) {
      for (JournalRecord record : some) {
        Facts.Key key = new Facts.Key(record.id().stream(), record.id().sequence());
        if (records.put(key, record) != null) {
          verdict.add(Wrong.DOUBLE, key + " is handed out twice");
        }
      }
    }
    return records;
  }

  private void kept(Map<Facts.Key, JournalRecord> everything) {
    facts
        .kept()
        .forEach(
            (key, number) -> {
              JournalRecord record = everything.get(key);
              if (record == null) {
                if (!facts.mayBeGone(key) && !isThinned(key)) {
                  verdict.add(Wrong.LOST, key + " was accepted and is gone");
                }
              } else if (Numbered.of(record) != number) {
                verdict.add(Wrong.BROKEN, key + " held " + number + " and holds another");
              }
            });
  }

  private void order(Map<Facts.Key, JournalRecord> everything) {
    Map<String, JournalRecord> last = new HashMap<>();
    everything.forEach(
        (key, record) -> {
          JournalRecord before = last.put(key.stream(), record);
          boolean follows =
              before == null
                  || onlyThinnedBetween(before, record)
                  || (record.id().sequence() == before.id().sequence() + 1
                      && record.previousHash().equals(before.hash()));
          if (!follows && verdict.finding().isEmpty()) {
            verdict.add(Wrong.BROKEN, key + " does not follow " + before.id());
          }
          long number = Numbered.of(record);
          if (number > 0 && !facts.wasDrafted(number)) {
            verdict.add(Wrong.BROKEN, key + " holds " + number + ", which nobody handed in");
          }
        });
  }

  private boolean isThinned(Facts.Key key) {
    return facts.isThinned(key) || found.isThinned(key);
  }

  /** Then the hash it follows is not at hand; {@code verify} looks at it. */
  private boolean onlyThinnedBetween(JournalRecord before, JournalRecord after) {
    long first = before.id().sequence() + 1;
    for (long sequence = first; sequence < after.id().sequence(); sequence++) {
      if (!isThinned(new Facts.Key(after.id().stream(), sequence))) {
        return false;
      }
    }
    return first < after.id().sequence();
  }

  /** What a destination did not acknowledge is handed out to it again. */
  private void delivered(String destination, Map<Facts.Key, JournalRecord> out) {
    for (Facts.Key key : facts.kept().keySet()) {
      if (!facts.settled(destination, key) && !out.containsKey(key) && !isThinned(key)) {
        verdict.add(Wrong.LOST, key + " will never reach " + destination);
      }
    }
  }

  /** What the centre had before the cut and gets after it: each number once, under one key. */
  private void centre(Map<Facts.Key, JournalRecord> out) {
    Map<Facts.Key, Given> store = new HashMap<>(facts.given());
    out.forEach(
        (key, record) -> {
          Given had = store.put(key, new Given(Numbered.of(record), record.hash()));
          if (had != null && !had.hash().equals(record.hash())) {
            verdict.add(Wrong.DOUBLE, key + " was delivered before with another content");
          }
        });
    Map<Long, Facts.Key> byNumber = new HashMap<>();
    store.forEach(
        (key, record) -> {
          Facts.Key other = record.number() > 0 ? byNumber.put(record.number(), key) : null;
          if (other != null) {
            verdict.add(Wrong.DOUBLE, record.number() + " is both " + other + " and " + key);
          }
        });
  }

  private void verify() throws InterruptedException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      int status = Verify.run(print, print, folder.toString());
      String text = said.toString(StandardCharsets.UTF_8);
      boolean brokenChain = text.contains("BROKEN") || text.contains("unexplained");
      if (status != 0 && (verdict.finding().isEmpty() || brokenChain)) {
        verdict.add(Wrong.BROKEN, "verify: " + text.strip());
      }
    }
  }
}
