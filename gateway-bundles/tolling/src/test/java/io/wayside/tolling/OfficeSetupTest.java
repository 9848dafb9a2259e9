// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.office.work.OfficeParts;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeSetupTest {

  private static final TimeSource STILL =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return 0;
        }

        @Override
        public Stamp at(long nanos) {
          throw new AssertionError("nothing is sent here");
        }
      };

  @TempDir Path folder;

  /** With the defaults the annotation gives. */
  private static TollOfficeConfig config(Object... namesAndValues) {
    Map<String, Object> given = new HashMap<>();
    given.put("station_id", "office");
    given.put("address", "https://office.example/toll");
    given.put("originator", "VN-0017");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return (TollOfficeConfig)
        Proxy.newProxyInstance(
            OfficeSetupTest.class.getClassLoader(),
            new Class<?>[] {TollOfficeConfig.class},
            (proxy, method, arguments) ->
                given.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  private OfficeParts parts(Object... namesAndValues) throws IOException, GarbledData {
    Journal none =
        (Journal)
            Proxy.newProxyInstance(
                OfficeSetupTest.class.getClassLoader(),
                new Class<?>[] {Journal.class},
                (proxy, method, arguments) -> {
                  throw new AssertionError("no journal here");
                });
    return new OfficeSetup(config(namesAndValues), new SiteFiles(folder, folder, folder))
        .parts(none, () -> new Provenance("0.1.0", "0", "none"), STILL, new Random(1));
  }

  @Test
  void whatIsNotWrittenIsAsUsual() throws Exception {
    OfficeParts parts = parts();
    assertThat(parts.rules()).isEqualTo(io.wayside.tolling.office.PostingRules.USUAL);
    assertThat(parts.destination()).isEqualTo("toll-office.office");
    assertThat(parts.asksAtOnce()).isEqualTo(4);
    assertThat(parts.streams().test("toll.lane-9")).isTrue();
  }

  @Test
  void whatIsWrittenCounts() throws Exception {
    Files.writeString(folder.resolve("token"), "abc");
    OfficeParts parts =
        parts(
            "form",
            "netc",
            "range",
            10,
            "perSecond",
            5.0,
            "burst",
            20,
            "streams",
            new String[] {"toll.lane-1"},
            "questionsAtOnce",
            2,
            "tokenFile",
            "token",
            "lastRetryS",
            60);
    assertThat(parts.rules().range()).isEqualTo(10);
    assertThat(parts.rules().perSecond()).isEqualTo(5.0);
    assertThat(parts.rules().lastRetry().toSeconds()).isEqualTo(60);
    assertThat(parts.streams().test("toll.lane-1")).isTrue();
    assertThat(parts.streams().test("toll.lane-2")).isFalse();
  }

  private void assertWrong(String words, Object... namesAndValues) {
    assertThatThrownBy(() -> parts(namesAndValues))
        .isInstanceOfAny(GarbledData.class, IOException.class)
        .hasMessageContaining(words);
  }

  @Test
  void whatCannotBeMeantIsRefusedInWordsThatNameIt() {
    assertWrong("stations.office", "address", "office.example");
    assertWrong("https://office.example/toll/", "address", "ftp://office.example/");
    assertWrong("is none", "address", "https://office example/");
    assertWrong("neither iso nor netc", "form", "edi");
    assertWrong("use an https address", "address", "http://office.example/", "tokenFile", "token");
    assertWrong("none.pem", "caFile", "none.pem");
  }

  @Test
  void aTokenMayGoOverTheLoopbackAsItIs() throws Exception {
    assertThat(parts("address", "http://127.0.0.1:8080/toll/", "tokenFile", "token")).isNotNull();
  }
}
