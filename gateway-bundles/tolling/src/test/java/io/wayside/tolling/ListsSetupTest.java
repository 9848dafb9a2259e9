// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.exchange.ListKeys;
import io.wayside.tolling.book.fetch.ListFetch;
import io.wayside.tolling.book.store.DiskFolder;
import io.wayside.tolling.book.store.ListStore;
import io.wayside.tolling.passage.Vehicles;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsSetupTest {

  @TempDir Path folder;
  private final ScheduledExecutorService watcher = Executors.newScheduledThreadPool(1);

  @AfterEach
  void stop() {
    watcher.shutdownNow();
  }

  private ListsSetup setup(Object... namesAndValues) {
    Map<String, Object> given = new HashMap<>();
    given.put("station_id", "lists");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    TollListsConfig config =
        (TollListsConfig)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TollListsConfig.class},
                (proxy, method, arguments) ->
                    given.getOrDefault(method.getName(), method.getDefaultValue()));
    return new ListsSetup(config, new SiteFiles(folder, folder, folder));
  }

  private ListFetch fetch(Object... namesAndValues) throws IOException, GarbledData {
    try (ListStore store =
        ListStore.open(DiskFolder.own(folder.resolve("store")), ListKeys.none())) {
      return setup(namesAndValues).fetch(ListKeys.none(), store, new Vehicles.Time(), watcher);
    }
  }

  private void assertWrong(String words, Object... namesAndValues) {
    assertThatThrownBy(() -> fetch(namesAndValues))
        .isInstanceOfAny(GarbledData.class, IOException.class)
        .hasMessageContaining(words);
  }

  @Test
  void withoutAnAddressNothingIsFetched() {
    assertThat(setup().isFetching()).isFalse();
    assertThat(setup("address", "https://office.example/lists").isFetching()).isTrue();
  }

  @Test
  void piecesOutliveTheProcessInTheStateFolder() throws Exception {
    fetch("address", "https://office.example/lists");
    assertThat(Files.isDirectory(folder.resolve("toll-lists-fetching").resolve("lists"))).isTrue();
    assertThat(setup().pace(new Random(1)).afterSuccess().toSeconds()).isBetween(54L, 66L);
  }

  @Test
  void whatCannotBeMeantIsRefusedInWordsThatNameIt() {
    assertWrong("stations.lists", "address", "office.example");
    assertWrong("use an https address", "address", "http://office.example/", "tokenFile", "token");
    assertWrong("none.pem", "address", "https://office.example/", "caFile", "none.pem");
  }
}
