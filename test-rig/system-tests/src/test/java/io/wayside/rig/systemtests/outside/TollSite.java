// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.exchange.ListSigner;
import io.wayside.tolling.book.exchange.ListWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The documents of a toll lane: a reader on a socket, loops and barrier in a folder of lines. */
final class TollSite {

  static final String TAG = "00a011111111111111111101";
  static final String PLATE_SECRET = "a secret of the operator's";
  static final int L1 = 1;
  static final int L3 = 2;
  static final int RAISE = 3;
  static final int LOWER = 4;
  static final int GREEN = 5;
  static final int RED = 6;

  private final Path folder;
  private KeyPair keys;
  private Optional<URI> office = Optional.empty();
  private Optional<URI> feed = Optional.empty();
  private boolean shifts;
  private String plateMake = "";
  private String plateCamera = "";
  private Path pictures = Path.of("");

  TollSite(Path folder) throws GeneralSecurityException {
    this.folder = folder;
    this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  /** With a back office that is posted to and asked. */
  TollSite withOffice(URI address) {
    office = Optional.of(address);
    return this;
  }

  /** With lists that are fetched there, signed with other keys. */
  TollSite withFeed(URI address, KeyPair signers) {
    feed = Optional.of(address);
    keys = signers;
    return this;
  }

  /** With a station that reports the shifts of its two lanes, of which one is here. */
  TollSite withShifts() {
    shifts = true;
    return this;
  }

  /** From now on with a plate camera, an overview camera and a station that classifies. */
  TollSite seeing(String make, String plateCameraAddress, Path pictureFolder) throws IOException {
    plateMake = make;
    plateCamera = plateCameraAddress;
    pictures = pictureFolder;
    Files.writeString(folder.resolve("plates.key"), PLATE_SECRET + "\n");
    return this;
  }

  private boolean sees() {
    return !plateCamera.isEmpty();
  }

  /**
   * Writes keys and site document; returns the latter.
   *
   * @param broker of the uplink; empty: there is none
   */
  Path write(int readerPort, Path gpio, String broker) throws IOException {
    return write(site(readerPort, gpio, broker));
  }

  /** The same with another site. */
  Path write(Value.Fields site) throws IOException {
    Files.writeString(
        folder.resolve("issuers.keys"),
        "alpha main " + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()) + "\n");
    return Files.writeString(folder.resolve("site.json"), Json.writeIndented(site));
  }

  /** Lays a signed list down, as whoever fetches lists does: in one step. */
  void lay(Path incoming, ListType type, long version, List<String> lines)
      throws IOException, GarbledData {
    Files.createDirectories(incoming);
    Path fresh = folder.resolve(type.word());
    Instant now = Instant.now();
    new ListWriter(new ListSigner("main", keys.getPrivate()), part -> Files.newOutputStream(fresh))
        .write(
            new ListHead("alpha", type, version, OptionalLong.empty(), now, now, 0, 0, 0, "", 1, 1),
            lines.stream().map(line -> line.getBytes(StandardCharsets.UTF_8)).toList());
    Files.move(
        fresh, incoming.resolve(type.word() + "-" + version), StandardCopyOption.ATOMIC_MOVE);
  }

  private Value.Fields site(int readerPort, Path gpio, String broker) {
    FieldsBuilder site =
        Value.Fields.with(
                "gateway",
                Value.Fields.with("id", "toll-1")
                    .and("tenant", "demo")
                    .and("name", "Lane 1")
                    .build())
            .and("journal", Value.Fields.with("quota", "256 MiB").build())
            .and("devices", devices(readerPort, gpio))
            .and("stations", stations());
    return broker.isEmpty() ? site.build() : site.and("uplinks", uplinks(broker)).build();
  }

  private static Value.Fields uplinks(String broker) {
    return Value.Fields.with(
            "centre",
            Value.Fields.with("type", "mqtt")
                .and("brokers", List.of(new Value.Text(broker)))
                .and("firstConnectWithin", "0 s")
                .build())
        .build();
  }

  private Value.Fields devices(int readerPort, Path gpio) {
    FieldsBuilder devices = bareDevices(readerPort, gpio);
    if (sees()) {
      devices
          .and(
              "anpr-1",
              Value.Fields.with("type", "anpr")
                  .and("make", plateMake)
                  .and("address", plateCamera)
                  .build())
          .and(
              "cam-1",
              Value.Fields.with("type", "camera")
                  .and("source", pictures.toString())
                  .and("atEnd", "REPEAT")
                  .and("watch", false)
                  .build());
    }
    return devices.build();
  }

  private static FieldsBuilder bareDevices(int readerPort, Path gpio) {
    return Value.Fields.with(
            "reader-1",
            Value.Fields.with("type", "llrp")
                .and("link", "tcp://127.0.0.1:" + readerPort)
                .and("radioOnAtStart", false)
                .build())
        .and("l1", line("contact", gpio, L1).and("settle", "2 ms").build())
        .and("l3", line("contact", gpio, L3).and("settle", "2 ms").build())
        .and("raise", line("output", gpio, RAISE).and("safeOn", false).build())
        .and("lower", line("output", gpio, LOWER).and("safeOn", false).build())
        .and("green", line("output", gpio, GREEN).and("safeOn", false).build())
        .and("red", line("output", gpio, RED).and("safeOn", true).build());
  }

  static FieldsBuilder line(String type, Path gpio, int line) {
    return Value.Fields.with("type", type)
        .and("provider", "SYSFS")
        .and("line", line)
        .and("sysPath", gpio.toString());
  }

  private Value.Fields stations() {
    FieldsBuilder stations = lists().and("lane-1", lane());
    office.ifPresent(
        address ->
            stations.and(
                "office",
                Value.Fields.with("type", "toll-office")
                    .and("address", address.toString())
                    .and("originator", "VN-0017")
                    .and("firstRetry", "500 ms")
                    .build()));
    if (shifts) {
      stations.and(
          "plaza",
          Value.Fields.with("type", "toll-shifts")
              .and("stationNumber", "0017")
              .and("lanes", List.of(new Value.Text("lane-1"), new Value.Text("lane-2")))
              .and("lookEvery", "1 s")
              .build());
    }
    if (sees()) {
      stations.and(
          "counter",
          Value.Fields.with("type", "loop-counter")
              .and("leadContact", "l1")
              .and("leadZone", "2 m")
              .and("timeZone", "UTC")
              .and("classScheme", "fhwa-13")
              .build());
    }
    return stations.build();
  }

  private Value.Fields lane() {
    FieldsBuilder lane = bareLane();
    office.ifPresent(address -> lane.and("officeStation", "office"));
    if (sees()) {
      lane.and("plateDevice", "anpr-1")
          .and("plateKeyFile", "plates.key")
          .and("overviewDevice", "cam-1")
          .and("classesStation", "counter")
          .and("classGroups", "class-groups-example");
    }
    return lane.build();
  }

  private FieldsBuilder lists() {
    FieldsBuilder lists =
        Value.Fields.with("type", "toll-lists")
            .and("issuers", "issuers-example")
            .and("keys", "issuers.keys")
            .and("lookEvery", "1 s");
    feed.ifPresent(
        address ->
            lists
                .and("address", address.toString())
                .and("fetchEvery", "5 s")
                .and("firstRetry", "200 ms")
                .and("lastRetry", "1 s"));
    return Value.Fields.with("lists", lists.build());
  }

  private static FieldsBuilder bareLane() {
    return Value.Fields.with("type", "toll-lane")
        .and("stationNumber", "0017")
        .and("laneNumber", "001")
        .and("readerDevice", "reader-1")
        .and("armingDevice", "l1")
        .and("safetyDevice", "l3")
        .and("raiseDevice", "raise")
        .and("lowerDevice", "lower")
        .and("greenDevice", "green")
        .and("redDevice", "red")
        .and("listsStation", "lists")
        .and("policy", "policy-example")
        .and("fares", "fares-open-example");
  }
}
