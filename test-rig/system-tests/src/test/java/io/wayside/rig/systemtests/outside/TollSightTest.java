// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.plate.PlateKey;
import io.wayside.rig.scenarios.site.ControlSocket;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.HealthReport;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import io.wayside.rig.scenarios.toll.audit.TollAudit;
import io.wayside.rig.simulators.anpr.DahuaForm;
import io.wayside.rig.simulators.anpr.HikvisionForm;
import io.wayside.rig.simulators.anpr.OnvifCameraSimulator;
import io.wayside.rig.simulators.anpr.OnvifCameraSimulator.Lock;
import io.wayside.rig.simulators.anpr.PlateCameraSimulator;
import io.wayside.rig.simulators.anpr.SeenPlate;
import io.wayside.rig.simulators.anpr.SimulatedPlateCamera;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.llrp.LlrpReader;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.systemtests.Patience;
import io.wayside.tolling.book.ListType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A toll lane that sees, in the shipped gateway: its evidence is in the pack for a complaint. */
@Tag("felix")
class TollSightTest {

  private static final SimulatedTag TAG = SimulatedTag.of(TollSite.TAG);
  private static final byte[] PLATE_PICTURE = {
    (byte) 0xff, (byte) 0xd8, 5, (byte) 0xff, (byte) 0xd9
  };

  private static SimulatedPlateCamera plateCamera(String make) throws IOException {
    return switch (make) {
      case "HIKVISION" -> new PlateCameraSimulator(new HikvisionForm(true, true), "", "");
      case "DAHUA" -> new PlateCameraSimulator(new DahuaForm(), "", "");
      default -> new OnvifCameraSimulator(Lock.HTTP, "", "", Instant.now());
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"HIKVISION", "DAHUA", "ONVIF"})
  void aPassageHasItsPicturesAndTheHashOfItsPlate(String make, @TempDir Path folder)
      throws Exception {
    Path state = folder.resolve("state");
    Path pictures = Files.createDirectories(folder.resolve("pictures"));
    picture(pictures.resolve("view-1.jpg"));
    picture(pictures.resolve("view-2.jpg"));
    try (RealRigClock clock = new RealRigClock();
        LlrpReader reader = new LlrpReader(0, ReaderTraits.PLAIN, clock);
        GpioFolder gpio = new GpioFolder(folder.resolve("gpio"), 6);
        SimulatedPlateCamera anpr = plateCamera(make)) {
      TollSite site = new TollSite(folder).seeing(make, anpr.address(), pictures);
      Path document =
          site.write(reader.port(), gpio.root(), "tcp://127.0.0.1:" + LoopbackPorts.free());
      Path incoming = state.resolve("toll-lists-incoming");
      site.lay(incoming, ListType.ACCOUNTS, 1, List.of(TollSite.TAG + " 1 ok"));
      site.lay(incoming, ListType.BLOCKED, 1, List.of());
      try (GatewayProcess gateway =
          GatewayProcess.start(
              ReleaseFolder.find(), document, state, folder.resolve("gateway.log"))) {
        ControlSocket control = new ControlSocket(state);
        until("the lane is open", () -> code(control, "station.lane-1").equals("ok"), gateway);
        until("the radio is on", reader::transmitting, gateway);
        until("the plate camera is heard", () -> anpr.hearing() > 0, gateway);
        until("the overview is seen", () -> code(control, "device.cam-1").equals("ok"), gateway);

        gpio.input(TollSite.L1, true);
        until("the picture at the loop", () -> pictures(control, 1), gateway);
        anpr.sees(SeenPlate.of(1, "51F-123.45", Instant.now()).with(List.of(PLATE_PICTURE)));
        until("the plate's picture", () -> pictures(control, 2), gateway);
        until("the barrier rises", () -> heard(reader, gpio), gateway);
        gpio.input(TollSite.L1, false);
        LaneDrive.after(300);
        gpio.input(TollSite.L3, true);
        until("the picture of the passage", () -> pictures(control, 3), gateway);
        gpio.input(TollSite.L3, false);
        until("the passage is durable", () -> state(control).contains("\"committed\":1"), gateway);
        assertThat(gateway.stop(30_000)).isTrue();
      }
    }
    Map<String, byte[]> pack = pack(state.resolve("journal"), folder.resolve("pack.zip"));
    String record = new String(pack.get("record.json"), StandardCharsets.UTF_8);
    Value.Fields body = (Value.Fields) ((Value.Fields) Json.read(record).root()).get("body");
    String hash =
        new PlateKey(TollSite.PLATE_SECRET.getBytes(StandardCharsets.UTF_8))
            .hidden("51F12345")
            .hash();

    assertThat(body.get("payment")).isEqualTo(new Value.Text("account"));
    assertThat(body.get("pictures")).isEqualTo(new Value.Whole(3));
    assertThat(((Value.Fields) body.get("plate")).get("hash")).isEqualTo(new Value.Text(hash));
    assertThat(record).doesNotContain("51F");
    // Both frames may have shown the same.
    assertThat(pack.keySet().stream().filter(name -> name.startsWith("pictures/")))
        .hasSizeBetween(2, 3);
    assertThat(pack.values()).anySatisfy(file -> assertThat(file).isEqualTo(PLATE_PICTURE));
    assertThat(new String(pack.get("page.html"), StandardCharsets.UTF_8))
        .contains("armed", "crossing", "plate-1", "in the pack");
  }

  private static void picture(Path file) throws IOException {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(3, 3, file.hashCode());
    ImageIO.write(image, "jpeg", file.toFile());
  }

  /** The first record of a passage by its number, in the pack as a driver's complaint gets it. */
  private static Map<String, byte[]> pack(Path journal, Path out) throws IOException {
    for (int number = 1; number <= 9; number++) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
      int exit =
          TollAudit.run(
              print,
              print,
              "--journal",
              journal.toString(),
              "--passage",
              "toll.lane-1/" + number,
              "--out",
              out.toString());
      assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
      Map<String, byte[]> files = files(out);
      if (new String(files.get("record.json"), StandardCharsets.UTF_8).contains("toll-passage/1")) {
        return files;
      }
      Files.delete(out);
    }
    throw new AssertionError("no passage among the first records of the lane");
  }

  private static Map<String, byte[]> files(Path zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static boolean heard(LlrpReader reader, GpioFolder gpio) {
    reader.tagInField(TAG, 1, -52, 1);
    return gpio.on(TollSite.RAISE);
  }

  private static boolean pictures(ControlSocket control, int least) throws IOException {
    String state = state(control);
    for (int number = least; number <= 9; number++) {
      if (state.contains("\"pictures\":" + number)) {
        return true;
      }
    }
    return false;
  }

  private static String state(ControlSocket control) throws IOException {
    return control.ask("command {\"target\":\"station.lane-1\",\"verb\":\"state\"}").text();
  }

  private static void until(
      String what, java.util.concurrent.Callable<Boolean> condition, GatewayProcess gateway) {
    Patience.until(what, condition, gateway::output);
  }

  private static String code(ControlSocket control, String part) {
    return control.health().orElse(HealthReport.NONE).code(part);
  }
}
