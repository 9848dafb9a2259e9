// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tolloutage;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.rig.scenarios.site.Folders;
import io.wayside.rig.scenarios.toll.office.Mischief;
import io.wayside.rig.scenarios.toll.office.MockBackOffice;
import io.wayside.rig.scenarios.toll.office.TollStream;
import io.wayside.tolling.office.FormedOffice;
import io.wayside.tolling.office.OfficeForm;
import io.wayside.tolling.office.PostingRules;
import io.wayside.tolling.office.http.HttpCarrier;
import io.wayside.tolling.office.http.OfficeClient;
import io.wayside.tolling.office.iso.IsoForm;
import io.wayside.tolling.office.netc.NetcForm;
import io.wayside.tolling.office.work.OfficeParts;
import io.wayside.tolling.office.work.Posting;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Lanes write into a journal on disk; what the gateway posts with sends it to an office over HTTP.
 * Time is virtual: nobody waits for days.
 */
final class OutageRun {

  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WRITTEN_AT_ONCE = 4_000;
  private static final Provenance PROVENANCE = new Provenance("rig", "0123456789abcdef", "none");
  private static final PostingRules RULES = PostingRules.USUAL;

  /** Posts between two kills, at most. */
  private static final int LIFE = 40;

  private final OutagePlan plan;
  private final Path root;
  private final Random random;
  private final VirtualTime time = new VirtualTime();
  private final List<TollStream> streams = new ArrayList<>();
  private final List<Long> heads = new ArrayList<>();
  private final MockBackOffice mock;
  private final DoomedOffice office;
  private SqliteJournal journal;
  private Posting posting;
  private Path folder;
  private long now;
  private int kills;
  private long inVain;
  private long second;
  private long inSecond;
  private long mostInASecond;

  private OutageRun(OutagePlan plan, Path root) throws IOException, JournalException {
    this.plan = plan;
    this.root = root;
    this.random = new Random(plan.seed());
    for (int lane = 1; lane <= plan.lanes(); lane++) {
      streams.add(new TollStream(lane, plan.spacing()));
      heads.add(0L);
    }
    this.mock = new MockBackOffice(this::mischief);
    HttpClient client = OfficeClient.of(PATIENCE, Optional.empty());
    OfficeForm form =
        plan.form().equals("netc") ? new NetcForm("WAYS") : new IsoForm("VN-0017", "OFFICE");
    this.office =
        new DoomedOffice(
            new FormedOffice(
                form,
                new HttpCarrier(
                    client, mock.address(plan.form().equals("netc") ? "xml" : "json"), PATIENCE),
                () -> time.now().wall()));
    this.folder = root.resolve("journal-0");
    this.journal = open(folder);
    this.posting = posting();
  }

  static OutageResult play(OutagePlan plan, Path root)
      throws IOException, JournalException, InterruptedException {
    OutageRun run = new OutageRun(plan, root);
    try {
      return run.play();
    } finally {
      run.posting.close();
      run.journal.close();
      run.mock.close();
    }
  }

  private SqliteJournal open(Path where) throws IOException, JournalException {
    return SqliteJournal.open(JournalSettings.standard(where, "gate-7"), time, () -> PROVENANCE);
  }

  private Posting posting() {
    return new Posting(
        new OfficeParts(
            "office",
            office,
            new FormedOffice(new IsoForm("", ""), request -> new byte[0], () -> TollStream.BEGIN),
            RULES,
            stream -> true,
            1,
            journal,
            () -> PROVENANCE,
            time,
            random));
  }

  /** What the office does with the next request; away it refuses one half and loses the other. */
  private Mischief mischief() {
    if (now < plan.away().toNanos()) {
      inVain++;
      return inVain % 2 == 0 ? Mischief.REFUSE : Mischief.LOSE_REQUEST;
    }
    Mischief[] all = Mischief.values();
    return random.nextInt(100) < plan.mischief()
        ? all[1 + random.nextInt(all.length - 1)]
        : Mischief.NONE;
  }

  private OutageResult play() throws IOException, JournalException, InterruptedException {
    long away = plan.away().toNanos();
    // Written within the longest wait of a poster that finds nobody.
    while (now < away) {
      write();
      long due = posting.turn(now);
      now = Math.min(away, Math.max(now + 1, Math.min(due, now + MINUTE)));
      time.to(now);
    }
    Random fate = new Random(plan.seed());
    doom(fate);
    while (true) {
      write();
      boolean lived = turn(fate);
      if (lived && posting.waiting() == 0 && kills == plan.kills()) {
        return result(away);
      }
    }
  }

  private void doom(Random fate) {
    if (kills < plan.kills()) {
      office.dieAfter(1 + fate.nextInt(LIFE), fate.nextBoolean());
    }
  }

  /** Whether the process lived through it. */
  private boolean turn(Random fate) throws IOException, JournalException {
    long before = mock.account().posted();
    long requests = mock.requests();
    boolean lived = true;
    long due;
    try {
      due = posting.turn(now);
    } catch (DoomedOffice.Killed killed) {
      lived = false;
      kills++;
      revive();
      doom(fate);
      due = now + SECOND;
    }
    if (now / SECOND != second) {
      second = now / SECOND;
      inSecond = 0;
    }
    inSecond += mock.account().posted() - before;
    mostInASecond = Math.max(mostInASecond, inSecond);
    long took = (mock.requests() - requests) * plan.latency().toNanos();
    now = Math.max(now + 1 + took, Math.min(due, now + SECOND));
    time.to(now);
    return lived;
  }

  /** What a killed process leaves: the files as they lie there. */
  private void revive() throws IOException, JournalException {
    Path copy = root.resolve("journal-" + kills);
    Files.createDirectories(copy);
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(each -> !each.equals(folder)).toList()) {
        Files.copy(file, copy.resolve(folder.relativize(file).toString()));
      }
    }
    posting.close();
    journal.close();
    Folders.delete(folder);
    folder = copy;
    journal = open(folder);
    posting = posting();
  }

  /** Lanes have written so far; durable when this returns. */
  private void write() throws JournalException, InterruptedException {
    List<CompletableFuture<RecordId>> under = new ArrayList<>();
    for (int i = 0; i < streams.size(); i++) {
      TollStream stream = streams.get(i);
      long head = stream.head(now);
      for (long number = heads.get(i) + 1; number <= head; number++) {
        under.add(journal.append(stream.draft(number)));
        if (under.size() == WRITTEN_AT_ONCE) {
          await(under);
        }
      }
      heads.set(i, head);
    }
    await(under);
  }

  private static void await(List<CompletableFuture<RecordId>> under)
      throws JournalException, InterruptedException {
    try {
      for (CompletableFuture<RecordId> each : under) {
        each.get();
      }
      under.clear();
    } catch (ExecutionException refused) {
      throw new JournalException.Unavailable("a record was not taken", refused);
    }
  }

  private OutageResult result(long away) {
    long written = 0;
    long wanted = 0;
    long counted = 0;
    long sum = 0;
    long wrong = 0;
    for (int i = 0; i < streams.size(); i++) {
      TollStream stream = streams.get(i);
      Lane lane = new Lane(0, 0);
      for (long number = 1; number <= heads.get(i); number++) {
        lane = TollStream.isForOffice(number) ? lane.and(stream.minor(number)) : lane;
      }
      written += heads.get(i);
      wanted += lane.records();
      counted += mock.account().size(stream.stream());
      sum += mock.account().sum(stream.stream());
      boolean right =
          mock.account().size(stream.stream()) == lane.records()
              && mock.account().sum(stream.stream()) == lane.minor();
      wrong += right ? 0 : 1;
    }
    return new OutageResult(
        plan,
        written,
        wanted,
        counted,
        mock.account().duplicates(),
        mock.account().outOfOrder(),
        wrong,
        sum,
        posting.waiting(),
        inVain,
        (now - away) / 1e9,
        mostInASecond,
        RULES.burst() + Math.round(RULES.perSecond()),
        kills);
  }

  private record Lane(long records, long minor) {
    Lane and(long more) {
      return new Lane(records + 1, minor + more);
    }
  }
}
