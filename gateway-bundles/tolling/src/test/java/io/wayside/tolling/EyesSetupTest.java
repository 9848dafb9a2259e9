// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.plate.PlateForms;
import io.wayside.rig.contracts.scripted.ScriptedFrameSource;
import io.wayside.rig.contracts.scripted.ScriptedPlateSource;
import io.wayside.tolling.sight.Keeping;
import io.wayside.tolling.sight.LaneEyes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EyesSetupTest {

  @TempDir Path site;
  private final Map<String, Object> settings = new HashMap<>();

  @BeforeEach
  void aKey() throws IOException {
    Files.writeString(site.resolve("plates.key"), "sixteen or more..\nnot this\n");
  }

  private LaneEyes eyes() throws IOException, GarbledData {
    TollLaneConfig config =
        LaneSetupTest.config(
            settings.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray());
    return new EyesSetup(config, new SiteFiles(site, Path.of("../../config"), site))
        .eyes(
            settings.containsKey("plateDevice") ? new ScriptedPlateSource("anpr-1") : null,
            new ScriptedFrameSource("cam-1"),
            null);
  }

  private void readsPlates() {
    settings.put("plateDevice", "anpr-1");
    settings.put("plateKeyFile", "plates.key");
  }

  @Test
  void aLaneThatNamesNothingHashesNothingAndKeepsPicturesOfCharges() throws Exception {
    LaneEyes eyes = eyes();

    assertThat(eyes.plates()).isEmpty();
    assertThat(eyes.rules().key()).isEmpty();
    assertThat(eyes.rules().groups()).isEmpty();
    assertThat(eyes.rules().picturesOfCharges()).isTrue();
    assertThat(eyes.rules().plateText()).isEqualTo(Keeping.NEVER);
  }

  @Test
  void whatTheReleaseHasIsFoundByName() throws Exception {
    readsPlates();
    settings.put("classGroups", "class-groups-example");
    LaneEyes eyes = eyes();

    assertThat(eyes.rules().key()).isPresent();
    assertThat(eyes.rules().forms().map(PlateForms::country)).contains("VN");
    assertThat(eyes.rules().plateDelayNanos()).isEqualTo(300_000_000L);
    assertThat(eyes.rules().groups()).isPresent();
  }

  @Test
  void theFirstLineOfTheFileIsTheKey() throws Exception {
    readsPlates();
    String hash = eyes().rules().key().orElseThrow().hidden("51F12345").hash();
    Files.writeString(site.resolve("plates.key"), "sixteen or more..");

    assertThat(eyes().rules().key().orElseThrow().hidden("51F12345").hash()).isEqualTo(hash);
  }

  @Test
  void aPlateCameraWithoutAKeyIsRefused() {
    settings.put("plateDevice", "anpr-1");

    assertThatThrownBy(this::eyes)
        .isInstanceOf(GarbledData.class)
        .hasMessageContainingAll("stations.lane-1", "plateKeyFile");
  }

  @Test
  void aKeyThatIsTooShortIsRefusedWithoutBeingShown() throws IOException {
    readsPlates();
    Files.writeString(site.resolve("plates.key"), "geheim\n");

    assertThatThrownBy(this::eyes)
        .isInstanceOf(GarbledData.class)
        .hasMessageContainingAll("stations.lane-1", "plates.key", "16")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void whatIsNotThereIsNamed() {
    readsPlates();
    settings.put("plateForms", "atlantis");
    assertThatThrownBy(this::eyes).isInstanceOf(IOException.class).hasMessageContaining("atlantis");

    settings.put("plateForms", "vn");
    settings.put("classGroups", "./groups.json");
    assertThatThrownBy(this::eyes).isInstanceOf(IOException.class).hasMessageContaining("groups");
  }
}
