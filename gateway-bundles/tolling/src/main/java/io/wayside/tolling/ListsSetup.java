// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.data.GarbledData;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.exchange.ListKeys;
import io.wayside.tolling.book.feed.FetchPace;
import io.wayside.tolling.book.fetch.FetchFolder;
import io.wayside.tolling.book.fetch.HttpFeed;
import io.wayside.tolling.book.fetch.ListFetch;
import io.wayside.tolling.book.fetch.Patience;
import io.wayside.tolling.book.store.ListStore;
import io.wayside.tolling.office.http.OfficeClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/** What the configuration of lists says of fetching them. */
final class ListsSetup {

  /** Pieces of lists, within the state folder. */
  private static final String FOLDER = "toll-lists-fetching";

  private static final long MIB = 1_048_576;

  private final TollListsConfig config;
  private final SiteFiles files;

  ListsSetup(TollListsConfig config, SiteFiles files) {
    this.config = config;
    this.files = files;
  }

  boolean isFetching() {
    return !config.address().isEmpty();
  }

  ListFetch fetch(ListKeys keys, ListStore store, TimeSource time, ScheduledExecutorService watcher)
      throws IOException, GarbledData {
    OfficeAddress address = OfficeAddress.of(config.station_id(), config.address());
    HttpFeed feed =
        new HttpFeed(
            OfficeClient.of(Duration.ofMillis(config.connectWithinMs()), file(config.caFile())),
            address.base(),
            address.credentials(file(config.tokenFile())),
            new Patience(
                Duration.ofSeconds(config.silenceS()),
                Duration.ofSeconds(config.answerWithinS()),
                time,
                watcher));
    FetchFolder folder =
        new FetchFolder(files.state().resolve(FOLDER).resolve(config.station_id()));
    return new ListFetch(feed, folder, keys, store, config.mostListMiB() * MIB);
  }

  FetchPace pace(RandomGenerator jitter) {
    return new FetchPace(
        Duration.ofSeconds(config.fetchEveryS()),
        Duration.ofMillis(config.firstRetryMs()),
        Duration.ofSeconds(config.lastRetryS()),
        jitter);
  }

  private Optional<Path> file(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(files.site().resolve(name));
  }
}
