// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.PlateReading;
import io.wayside.rig.simulators.anpr.DahuaForm;
import io.wayside.rig.simulators.anpr.EventForm;
import io.wayside.rig.simulators.anpr.HikvisionForm;
import io.wayside.rig.simulators.anpr.OnvifCameraSimulator;
import io.wayside.rig.simulators.anpr.PlateCameraSimulator;
import io.wayside.rig.simulators.anpr.SeenPlate;
import io.wayside.rig.simulators.anpr.SimulatedPlateCamera;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlateCameraTest implements Listener<PlateReading> {

  private static final byte[] JPEG = SimulatedCameraHarness.JPEG;

  private final List<PlateReading> heard = new CopyOnWriteArrayList<>();
  private final List<Interruption> interruptions = new CopyOnWriteArrayList<>();
  private final Map<String, Object> settings = new HashMap<>();
  private SimulatedPlateCamera peer;
  private PlateCamera camera;

  @Override
  public void received(PlateReading reading) {
    heard.add(reading);
  }

  @Override
  public void interrupted(Interruption interruption) {
    interruptions.add(interruption);
  }

  @AfterEach
  void stop() {
    if (camera != null) {
      camera.stop();
    }
    peer.close();
  }

  private static SimulatedPlateCamera peer(Make make, String user, String password)
      throws Exception {
    return switch (make) {
      case HIKVISION -> peer(new HikvisionForm(true, true), user, password);
      case DAHUA -> peer(new DahuaForm(), user, password);
      case ONVIF ->
          new OnvifCameraSimulator(OnvifCameraSimulator.Lock.HTTP, user, password, Bench.NOW);
    };
  }

  private static PlateCameraSimulator peer(EventForm form, String user, String password)
      throws Exception {
    return new PlateCameraSimulator(form, user, password);
  }

  private void start(Make make, SimulatedPlateCamera there) throws Exception {
    peer = there;
    settings.putIfAbsent("address", peer.address());
    settings.put("make", make);
    camera = Bench.camera(settings);
    camera.subscribe(this);
  }

  private void listening(Make make) throws Exception {
    start(make, peer(make, "", ""));
    Bench.until("the driver listens", () -> peer.hearing() > 0);
  }

  private void heard(int readings) {
    Bench.until(readings + " readings", () -> heard.size() >= readings);
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void whoAsksWhoIsThereIsAnsweredWithThePasswordOfTheFile(Make make, @TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "s e\"cret\nnot this\n");
    settings.put("user", "wayside");
    settings.put("passwordFile", file.toString());
    start(make, peer(make, "wayside", "s e\"cret"));
    Bench.until("the driver listens", () -> peer.hearing() > 0);
    peer.sees(SeenPlate.of(1, "51F-123.45", Bench.NOW));
    heard(1);

    assertThat(peer.refused()).isEqualTo(1);
    assertThat(camera.health().message()).doesNotContain("cret");
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void aWrongPasswordIsToldWithItsRemedy(Make make) throws Exception {
    settings.put("user", "wayside");
    start(make, peer(make, "wayside", "secret"));
    Bench.until("it is refused", () -> camera.health().message().contains("401"));

    assertThat(camera.health().message()).contains("anpr-1", "password file");
    assertThat(interruptions).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Make.class,
      names = {"DAHUA", "ONVIF"})
  void aCameraOfAnotherMakeIsToldWithItsRemedy(Make make) throws Exception {
    start(make, peer(Make.HIKVISION, "", ""));
    Bench.until("it is refused", () -> camera.health().message().contains("404"));

    assertThat(heard).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void aReadingHasWhatTheCameraSaysAndItsPictures(Make make) throws Exception {
    listening(make);
    peer.beats();
    peer.sees(SeenPlate.of(1, "51F-123.45", Bench.NOW).with(List.of(JPEG, JPEG)));
    peer.beats();
    heard(1);

    PlateReading reading = heard.get(0);
    assertThat(reading.text()).isEqualTo("51F-123.45");
    assertThat(reading.confidence()).hasValue(0.97);
    assertThat(reading.lane()).contains("1");
    assertThat(reading.colour().orElse("")) // the profile has none in words
        .isEqualToIgnoringCase(make == Make.ONVIF ? "" : "white");
    assertThat(reading.country().orElse("")).startsWith("VN");
    assertThat(reading.pictures())
        .hasSize(2)
        .allSatisfy(picture -> assertThat(picture.content()).isEqualTo(JPEG));
    Bench.until("it is in order", () -> camera.health().code().equals("ok"));
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void aReadingIsThereWithoutAFurtherPartWhenItsPicturesAreOrDoNotCome(Make make) throws Exception {
    listening(make);
    peer.sees(SeenPlate.of(1, "51F-123.45", Bench.NOW).with(List.of(JPEG)));
    heard(1);
    peer.sees(SeenPlate.of(2, "51F-543.21", Bench.NOW));
    heard(2);
  }

  @Test
  void whoWantsNoPicturesGetsNone() throws Exception {
    settings.put("pictures", false);
    listening(Make.HIKVISION);
    peer.sees(SeenPlate.of(1, "51F-123.45", Bench.NOW).with(List.of(JPEG)));
    peer.sees(SeenPlate.of(2, "51F-543.21", Bench.NOW).with(List.of(JPEG)));
    heard(2);

    assertThat(heard).allMatch(reading -> reading.pictures().isEmpty());
  }

  @Test
  void aPassageThatIsToldAgainIsHeardOnceAndAVehicleThatComesAgainTwice() throws Exception {
    start(Make.HIKVISION, peer(new HikvisionForm(false, false), "", ""));
    Bench.until("the driver listens", () -> peer.hearing() > 0);
    SeenPlate first = SeenPlate.of(1, "51F-123.45", Bench.NOW);
    peer.sees(first);
    peer.sees(first.again());
    peer.sees(first.again().again());
    peer.sees(SeenPlate.of(2, "51F-543.21", Bench.NOW));
    peer.sees(first);
    heard(3);
    peer.sees(SeenPlate.of(3, "29A-555.55", Bench.NOW));
    heard(4);

    assertThat(heard)
        .extracting(PlateReading::text)
        .containsExactly("51F-123.45", "51F-543.21", "51F-123.45", "29A-555.55");
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void aCameraClockThatIsWrongIsToldAndReadingsGoOn(Make make) throws Exception {
    listening(make);
    for (int passage = 1; passage <= 3; passage++) {
      peer.sees(SeenPlate.of(passage, "51F-123.4" + passage, Bench.NOW.minusSeconds(90)));
      peer.beats();
    }
    heard(3);
    beatingUntil("clock-off");
    assertThat(camera.health().message()).contains("anpr-1", "90 s behind", "NTP");

    peer.sees(SeenPlate.of(4, "51F-123.44", Bench.NOW.plusSeconds(2)));
    beatingUntil("ok");
  }

  private void beatingUntil(String code) {
    Bench.until(
        "health is " + code,
        () -> {
          peer.beats();
          return camera.health().code().equals(code);
        });
  }

  @Test
  void aCameraThatFallsSilentWithoutClosingIsOpenedAnew() throws Exception {
    settings.put("silentAfterMs", 1_000);
    listening(Make.HIKVISION);
    peer.sees(SeenPlate.of(1, "51F-123.45", Bench.NOW));
    heard(1);
    Bench.until("it is silent", () -> !interruptions.isEmpty());

    assertThat(interruptions.get(0).cause()).isEqualTo(Interruption.Cause.SILENT);
    assertThat(interruptions.get(0).detail()).contains("heartbeat");
    Bench.until(
        "it is heard again",
        () -> {
          peer.sees(SeenPlate.of(2, "51F-543.21", Bench.NOW));
          return heard.size() > 1;
        });
  }

  @Test
  void heartbeatsAloneKeepItInOrder() throws Exception {
    settings.put("silentAfterMs", 1_000);
    listening(Make.DAHUA);
    long end = System.nanoTime() + 2_000_000_000L;
    Bench.until(
        "two seconds",
        () -> {
          peer.beats();
          return System.nanoTime() > end;
        });

    assertThat(interruptions).isEmpty();
    assertThat(camera.health().code()).isEqualTo("ok");
  }

  @Test
  void eventsThatCannotBeReadAreToldAndTheNextIsHeard() throws Exception {
    PlateCameraSimulator stream = peer(new HikvisionForm(true, true), "", "");
    start(Make.HIKVISION, stream);
    Bench.until("the driver listens", () -> peer.hearing() > 0);
    stream.send(
        "--boundary\r\nContent-Type: application/xml\r\nContent-Length: 9\r\n\r\n<a><b></>\r\n"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Bench.until("it is told", () -> camera.health().code().equals("events-garbled"));
    peer.sees(SeenPlate.of(1, "51F-123.45", Bench.NOW));
    heard(1);

    Bench.until("it is in order", () -> camera.health().code().equals("ok"));
    assertThat(interruptions).isEmpty();
  }

  @Test
  void anAddressWithUserOrPathIsRefused() throws Exception {
    peer = peer(Make.DAHUA, "", "");
    settings.put("make", Make.DAHUA);
    for (String wrong :
        List.of(
            "http://a:b@127.0.0.1", "http://127.0.0.1/x", "ftp://127.0.0.1", "127.0.0.1", "x y")) {
      settings.put("address", wrong);

      assertThatThrownBy(() -> Bench.camera(settings))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("anpr-1");
    }
  }
}
