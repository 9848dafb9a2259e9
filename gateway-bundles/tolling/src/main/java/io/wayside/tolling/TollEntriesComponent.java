// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.data.GarbledData;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.exchange.ListKeys;
import io.wayside.tolling.entries.Crossing;
import io.wayside.tolling.entries.EntryBook;
import io.wayside.tolling.entries.EntryRegister;
import io.wayside.tolling.entries.kept.EntryDrop;
import io.wayside.tolling.entries.kept.EntryReplay;
import io.wayside.tolling.fare.Entries;
import io.wayside.tolling.fare.KnownEntry;
import io.wayside.tolling.tag.TagNumber;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is in a closed system: told by its lanes and by files, asked by its lanes. */
@Component(
    name = TollEntriesComponent.PID,
    configurationPid = TollEntriesComponent.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {EntryRegister.class, HealthSource.class})
@Designate(ocd = TollEntriesConfig.class, factory = true)
public final class TollEntriesComponent implements EntryRegister, HealthSource {

  static final String PID = "io.wayside.station.toll-entries";

  private static final Logger LOG = LoggerFactory.getLogger(TollEntriesComponent.class);
  private static final long PATIENCE_MS = 5_000;

  private final String id;
  private final TimeSource time;
  private final Journal journal;
  private final List<String> streams;
  private final Duration keep;
  private final EntryBook book;
  private final EntryDrop drop;
  private final ScheduledExecutorService looker;
  private volatile Health health;
  private long noRoom;

  @Activate
  public TollEntriesComponent(
      TollEntriesConfig config,
      BundleContext context,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time)
      throws IOException, GarbledData {
    this(config, SiteFiles.of(context), journal, time);
  }

  /** Without a framework. */
  public TollEntriesComponent(
      TollEntriesConfig config, SiteFiles files, Journal journal, TimeSource time)
      throws IOException, GarbledData {
    this.id = "station." + config.station_id();
    this.time = time;
    this.journal = journal;
    this.streams = Arrays.stream(config.lanes()).map(lane -> "toll." + lane).toList();
    this.keep = Duration.ofHours(config.keepH());
    this.book = new EntryBook(config.passback(), config.most());
    ListKeys keys =
        config.keys().isEmpty()
            ? ListKeys.none()
            : ListKeys.parse(
                files.site().resolve(config.keys()).toString(),
                files.text("the file of keys", config.keys()));
    this.drop = new EntryDrop(files.state().resolve(config.incoming()), keys, book);
    this.health = Health.starting(id + " reads the journal of its lanes", time.monotonicNanos());
    this.looker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "toll-entries-" + config.station_id());
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        looker.scheduleWithFixedDelay(
            this::look, 0, TimeUnit.SECONDS.toMillis(config.lookEveryS()), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      Instant since = time.now().wall().minus(keep);
      if (!book.isReady()) {
        EntryReplay.read(journal, streams, since).forEach(book::crossed);
        drop.again(since).forEach(this::refused);
        book.ready();
        LOG.info("{}: {} are in, by the records of the lanes and by files", id, count().open());
      }
      book.endOlderThan(since);
      List<String> refused = drop.look();
      refused.forEach(this::refused);
      if (refused.isEmpty()) {
        say(ofBook());
      }
    } catch (JournalException unread) {
      say(
          degraded(
              "journal-unread",
              "lanes of the closed system hold everybody until the journal can be read: "
                  + unread.getMessage()));
    } catch (IOException | RuntimeException trouble) {
      LOG.warn("{}: entries are not looked for", id, trouble);
      say(degraded("incoming-unreadable", "new entries cannot be taken: " + trouble));
    }
  }

  private Health ofBook() {
    long lost = count().noRoom();
    boolean more = lost > noRoom;
    noRoom = lost;
    return more
        ? degraded(
            "entries-full",
            lost + " entries ended since there was no room for them: set \"most\" higher")
        : Health.ok(time.monotonicNanos());
  }

  private void refused(String words) {
    LOG.warn("{}: refused: {}", id, words);
    say(degraded("entries-refused", words));
  }

  private Health degraded(String code, String words) {
    return new Health(Health.Status.DEGRADED, code, words, time.monotonicNanos());
  }

  private void say(Health now) {
    if (!now.sameAs(health)) {
      health = now;
    }
  }

  /** How many are in, and how entries ended that no exit has ended. */
  public EntryBook.Count count() {
    return book.count();
  }

  @Deactivate
  public void stop() throws InterruptedException {
    looker.shutdown();
    if (!looker.awaitTermination(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
      looker.shutdownNow(); // what was not read is read at the next start
    }
  }

  @Override
  public boolean isReady() {
    return book.isReady();
  }

  @Override
  public Entries.Answer mayEnter(TagNumber tag) {
    return book.mayEnter(tag);
  }

  @Override
  public Optional<KnownEntry> openOf(TagNumber tag) {
    return book.openOf(tag);
  }

  @Override
  public void crossed(Crossing crossing) {
    book.crossed(crossing);
  }

  @Override
  public String healthId() {
    return id;
  }

  @Override
  public Health health() {
    return health;
  }
}
