// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.counting.interval.Span;
import io.wayside.counting.loop.Delays;
import io.wayside.counting.loop.Port;
import io.wayside.counting.scheme.Classifier.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a configuration, and what is said of a wrong one. */
class CounterPartsTest {

  private static final Path SHIPPED = Path.of("../../config").toAbsolutePath();

  @TempDir Path site;

  private CounterParts parts(Map<String, Object> more) throws IOException, GarbledData {
    return CounterParts.of(CounterConfigs.of(more), new CounterFiles(site, SHIPPED));
  }

  private static Map<String, Object> pair(Object... more) {
    Map<String, Object> values = new HashMap<>();
    values.put("trailContact", "loop-2");
    for (int i = 0; i < more.length; i += 2) {
      values.put((String) more[i], more[i + 1]);
    }
    return values;
  }

  @Test
  void aSingleLoopHasOneContactAndNoLayout() throws Exception {
    CounterParts parts = parts(Map.of());

    assertThat(parts.contacts()).isEqualTo(Map.of("loop-1", Port.LEAD));
    assertThat(parts.setup().layout()).isEmpty();
    assertThat(parts.setup().spans()).containsExactly(Span.M15, Span.M60, Span.DAY);
    assertThat(parts.setup().classifier().schemeId()).isEqualTo("none");
  }

  @Test
  void aPairWithAxlesHasAllItsMeasures() throws Exception {
    CounterParts parts =
        parts(
            pair(
                "axleContact",
                "piezo-1",
                "secondAxleContact",
                "piezo-2",
                "spacingM",
                3.5,
                "leadZoneM",
                1.9,
                "trailZoneM",
                2.2,
                "axleM",
                2.4,
                "secondAxleM",
                3.1));

    assertThat(parts.contacts())
        .isEqualTo(
            Map.of(
                "loop-1", Port.LEAD,
                "loop-2", Port.TRAIL,
                "piezo-1", Port.PIEZO_1,
                "piezo-2", Port.PIEZO_2));
    assertThat(parts.setup().layout().orElseThrow().spacingM()).isEqualTo(3.5);
    assertThat(parts.setup().layout().orElseThrow().leadZoneM()).isEqualTo(1.9);
    assertThat(parts.setup().layout().orElseThrow().trailZoneM()).isEqualTo(2.2);
    assertThat(parts.setup().layout().orElseThrow().piezosM()).containsExactly(2.4, 3.1);
  }

  @Test
  void delaysOfEachLoopAreItsOwn() throws Exception {
    CounterParts parts =
        parts(
            pair(
                "leadOnDelayUs",
                1_000,
                "leadOffDelayUs",
                2_000,
                "trailOnDelayUs",
                3_000,
                "trailOffDelayUs",
                4_000));

    assertThat(parts.setup().channels())
        .isEqualTo(
            Map.of(
                Port.LEAD, new Delays(1_000_000, 2_000_000),
                Port.TRAIL, new Delays(3_000_000, 4_000_000)));
  }

  @Test
  void limitsOfFaultsAreTakenOver() throws Exception {
    CounterParts parts = parts(pair("stuckAfterS", 60, "silentAfterMin", 5, "missingAfter", 4));

    assertThat(parts.setup().loops().stuckNanos()).isEqualTo(60_000_000_000L);
    assertThat(parts.setup().faults().stuckNanos()).isEqualTo(60_000_000_000L);
    assertThat(parts.setup().faults().silentNanos()).isEqualTo(300_000_000_000L);
    assertThat(parts.setup().faults().aloneTimes()).isEqualTo(4);
  }

  @Test
  void axlesWithoutAPairAreRefused() {
    assertThatThrownBy(() -> parts(Map.of("axleContact", "piezo-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trailContact");
    assertThatThrownBy(() -> parts(pair("secondAxleContact", "piezo-2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("axleContact before it");
  }

  @Test
  void aContactInTwoPlacesIsRefusedByName() {
    assertThatThrownBy(() -> parts(Map.of("trailContact", "loop-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loop-1");
  }

  @Test
  void intervalsAreNamedAndDoubledOnesAreOne() throws Exception {
    assertThat(parts(Map.of("intervals", new String[] {"1h", "60m", "1d"})).setup().spans())
        .isEqualTo(List.of(Span.M60, Span.DAY));
    assertThatThrownBy(() -> parts(Map.of("intervals", new String[] {"7m"})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"7m\"")
        .hasMessageContaining("15m");
    assertThatThrownBy(() -> parts(Map.of("intervals", new String[0])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one");
  }

  @Test
  void schemesAndUnitsComeFromTheReleaseByNameWithTheMapBetweenThem() throws Exception {
    CounterParts parts = parts(pair("classScheme", "fhwa-13", "pcuTable", "tcvn-4054"));
    Told truck =
        parts.setup().classifier().tell(List.of(3.6, 1.3, 9.0, 1.3), OptionalDouble.empty());

    assertThat(truck.vehicleClass()).isEqualTo("9");
    assertThat(truck.pcu()).hasValue(4.0);
  }

  @Test
  void theTablesOwnSchemeNeedsNoMapAndOneWithoutAMapHasNoUnits() throws Exception {
    assertThat(
            parts(pair("classScheme", "tcvn-14182", "pcuTable", "tcvn-4054"))
                .setup()
                .classifier()
                .schemeId())
        .isEqualTo("tcvn-14182");
    CounterParts parts = parts(pair("classScheme", "swiss-heavy", "pcuTable", "tcvn-4054"));
    Told truck =
        parts.setup().classifier().tell(List.of(3.6, 1.3, 9.0, 1.3), OptionalDouble.empty());
    assertThat(truck.pcu()).isEmpty();
  }

  @Test
  void aSitesOwnSchemeComesByPathFromTheSite() throws Exception {
    Files.copy(SHIPPED.resolve("classes/length-4.json"), site.resolve("own.json"));

    assertThat(parts(Map.of("classScheme", "own.json")).setup().classifier().schemeId())
        .isEqualTo("length-4");
  }

  @Test
  void whatIsNotThereIsNamedWithItsPath() {
    assertThatThrownBy(() -> parts(Map.of("classScheme", "nobodys")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nobodys.json")
        .hasMessageContaining("correct its name");
    assertThatThrownBy(() -> parts(Map.of("pcuTable", "dir/units.json")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(site.resolve("dir/units.json").toString());
  }

  @Test
  void aSchemeThatIsNoneIsRefusedByFile() throws IOException {
    Files.writeString(site.resolve("own.json"), "{\"scheme\":7}");

    assertThatThrownBy(() -> parts(Map.of("classScheme", "own.json")))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("own.json");
  }

  @Test
  void aTimeZoneThatIsNoneIsRefused() {
    assertThatThrownBy(() -> parts(Map.of("timeZone", "Asia/Hue")))
        .isInstanceOf(java.time.DateTimeException.class)
        .hasMessageContaining("Asia/Hue");
  }

  @Test
  void platesNeedAKeyThatIsLongEnough() throws Exception {
    assertThatThrownBy(() -> parts(Map.of("plateDevice", "anpr-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a plateKeyFile");
    Files.writeString(site.resolve("key"), "short");
    assertThatThrownBy(() -> parts(Map.of("plateDevice", "anpr-1", "plateKeyFile", "key")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("plateKeyFile key")
        .hasMessageContaining("too short");
    Files.writeString(site.resolve("key"), "a secret of sixteen");
    assertThat(parts(Map.of("plateDevice", "anpr-1", "plateKeyFile", "key")).plates())
        .hasValueSatisfying(rules -> assertThat(rules.forms()).isPresent());
    assertThat(parts(Map.of()).plates()).isEmpty();
  }
}
