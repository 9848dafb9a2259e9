// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.data.GarbledData;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.TagRegister;
import io.wayside.tolling.book.exchange.ListKeys;
import io.wayside.tolling.book.fetch.FeedAtWork;
import io.wayside.tolling.book.store.DiskFolder;
import io.wayside.tolling.book.store.ListDrop;
import io.wayside.tolling.book.store.ListStore;
import io.wayside.tolling.book.table.ListedTags;
import io.wayside.tolling.tag.IssuerProfile;
import io.wayside.tolling.tag.IssuerProfiles;
import io.wayside.tolling.tag.TagNumber;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lists of tags of a station: kept once, asked by all its lanes. */
@Component(
    name = TollListsComponent.PID,
    configurationPid = TollListsComponent.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {TagRegister.class, HealthSource.class})
@Designate(ocd = TollListsConfig.class, factory = true)
public final class TollListsComponent implements TagRegister, HealthSource {

  static final String PID = "io.wayside.station.toll-lists";

  private static final Logger LOG = LoggerFactory.getLogger(TollListsComponent.class);
  private static final long PATIENCE_MS = 5_000;
  private static final String MADE_UP = "issuers-made-up";

  private final String id;
  private final TimeSource time;
  private final IssuerProfiles issuers;
  private final ListStore store;
  private final ListDrop drop;
  private final ListedTags tags;
  private final ScheduledExecutorService looker;
  private final ScheduledExecutorService fetcher;
  private final Optional<FeedAtWork> feed;
  private Health list;
  private Health shown;

  @Activate
  public TollListsComponent(
      TollListsConfig config, BundleContext context, @Reference(name = "time") TimeSource time)
      throws IOException, GarbledData {
    this(config, SiteFiles.of(context), time);
  }

  /** Without a framework. */
  public TollListsComponent(TollListsConfig config, SiteFiles files, TimeSource time)
      throws IOException, GarbledData {
    this.id = "station." + config.station_id();
    this.time = time;
    this.issuers = IssuerProfiles.from(files.document("the document of issuers", config.issuers()));
    ListKeys keys =
        ListKeys.parse(
            files.site().resolve(config.keys()).toString(),
            files.text("the file of keys", config.keys()));
    this.store = ListStore.open(DiskFolder.own(files.state().resolve(config.store())), keys);
    try {
      this.drop = new ListDrop(files.state().resolve(config.incoming()), keys, store);
      this.fetcher = threads(2, "toll-lists-fetch-" + config.station_id());
      this.feed = feed(new ListsSetup(config, files), keys);
    } catch (IOException | GarbledData | RuntimeException wrong) {
      store.close(); // or its lock outlives the mistake
      throw wrong;
    }
    this.tags = new ListedTags(issuers, store::shelf);
    this.list = ofStore();
    this.shown = list;
    this.looker = threads(1, "toll-lists-" + config.station_id());
    feed.ifPresent(FeedAtWork::start);
    var unused =
        looker.scheduleWithFixedDelay(
            this::look, 0, TimeUnit.SECONDS.toMillis(config.lookEveryS()), TimeUnit.MILLISECONDS);
  }

  private static ScheduledExecutorService threads(int most, String name) {
    return Executors.newScheduledThreadPool(
        most,
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** One thread asks, the other watches whether it is answered. */
  private Optional<FeedAtWork> feed(ListsSetup setup, ListKeys keys)
      throws IOException, GarbledData {
    if (!setup.isFetching()) {
      return Optional.empty();
    }
    return Optional.of(
        new FeedAtWork(
            id,
            setup.fetch(keys, store, time, fetcher),
            setup.pace(RandomGenerator.getDefault()),
            time,
            this::tell,
            fetcher));
  }

  private Health ofStore() {
    if (!store.damage().isEmpty()) {
      return degraded("list-damaged", store.damage().get(0));
    }
    return issuers.isExample()
        ? degraded(
            MADE_UP,
            "the document of issuers is an example, no tag in service has its prefixes: name the"
                + " site's own")
        : Health.ok(time.monotonicNanos());
  }

  private void look() {
    try {
      drop.look(time.now().wall()).forEach(this::tell);
    } catch (IOException | RuntimeException trouble) {
      LOG.warn("{}: lists are not looked for", id, trouble);
      say(degraded("incoming-unreadable", "new lists cannot be taken: " + trouble));
    }
  }

  private void tell(ListDrop.News news) {
    if (news.taken()) {
      LOG.info("{}: {}", id, news.words());
      say(ofStore());
    } else {
      LOG.warn("{}: refused: {}", id, news.words());
      say(degraded("list-refused", news.words()));
    }
  }

  private Health degraded(String code, String words) {
    return new Health(Health.Status.DEGRADED, code, words, time.monotonicNanos());
  }

  private synchronized void say(Health now) {
    list = now;
  }

  @Deactivate
  public void stop() throws InterruptedException, IOException {
    fetcher.shutdownNow(); // what came of a list is gone on with later
    looker.shutdown();
    if (!looker.awaitTermination(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
      looker.shutdownNow(); // a list that is being taken stays unfinished and is removed later
    }
    if (!fetcher.awaitTermination(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
      LOG.warn("{}: a list is still being taken {} ms after the stop", id, PATIENCE_MS);
    }
    store.close();
  }

  @Override
  public Finding find(TagNumber tag) {
    return tags.find(tag);
  }

  @Override
  public List<ListInForce> inForce() {
    return tags.inForce();
  }

  @Override
  public Optional<String> issuerOf(TagNumber tag) {
    return issuers.issuerOf(tag);
  }

  @Override
  public Optional<IssuerProfile> profileOf(TagNumber tag) {
    return issuers.profileOf(tag);
  }

  @Override
  public String healthId() {
    return id;
  }

  @Override
  public synchronized Health health() {
    Health now =
        list.status() == Health.Status.OK || list.code().equals(MADE_UP)
            ? feed.flatMap(FeedAtWork::trouble)
                .map(why -> degraded("lists-not-fetched", why))
                .orElse(list)
            : list;
    shown = now.sameAs(shown) ? shown : now;
    return shown;
  }
}
