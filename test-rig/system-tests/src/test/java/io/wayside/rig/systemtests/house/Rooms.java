// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.house;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may import whom. Whatever stands here, the poms and the manifests cannot undo. */
final class Rooms {

  private static final String[] COMPONENT = {
    "org.osgi.annotation",
    "org.osgi.framework",
    "org.osgi.service.component",
    "org.osgi.service.metatype.annotations",
    "org.slf4j"
  };
  static final String[] SQL = {"java.sql", "javax.sql", "org.sqlite"};
  private static final String MATH = "org.apache.commons.math3";
  static final String PAHO = "org.eclipse.paho";

  private static final List<Room> OURS =
      List.of(
          // What everybody may know: no framework, no I/O.
          Room.named("core").uses("org.osgi.annotation").asPure(),
          // The thread that each driver keeps for its device.
          Room.named("core.supervision").knows("core").uses("org.osgi.annotation", "org.slf4j"),
          // Bundles.
          // Of Bouncy Castle the signing alone: the JDK's is too slow for a commit.
          Room.named("journal")
              .knows("core")
              .uses(with(SQL, with(COMPONENT, "org.bouncycastle.math"))),
          Room.named("journal.record").knows("core").uses("org.osgi.annotation").asPure(),
          // Statements the centre checks: keys and signatures, no database.
          Room.named("journal.proof")
              .knows("core", "journal.record", "journal.seal")
              .uses("org.osgi.annotation"),
          Room.named("uplink").knows("core", "journal.record").uses(COMPONENT),
          Room.named("uplink.wire").knows("core", "journal.record").asPure(),
          Room.named("uplink.transport").uses("org.osgi.annotation"),
          Room.named("uplink.tls")
              .knows("core", "uplink.transport")
              .uses("javax.net.ssl", "org.osgi.annotation"),
          Room.named("uplink.paho")
              .knows("core", "uplink.tls", "uplink.transport")
              .uses(PAHO, "javax.net", "org.osgi.service.component.annotations", "org.slf4j"),
          Room.named("uplink.mqtt5")
              .knows("core", "uplink.tls", "uplink.transport")
              .uses(
                  "com.hivemq.client",
                  "io.reactivex.schedulers",
                  "javax.net",
                  "org.osgi.service.component.annotations",
                  "org.slf4j"),
          Room.named("weighing").knows("core").uses(COMPONENT),
          Room.named("weighing.rest").knows("core").asPure(),
          Room.named("weighing.statics").knows("core", "weighing.rest").asPure(),
          Room.named("weighing.uncertainty").knows("core", "weighing.rest").asPure(),
          // Weighing in motion: pure, one package per idea.
          Room.named("weighing.motion").knows("core").asPure(),
          Room.named("weighing.instrument").knows("core").asPure(),
          Room.named("weighing.metrology").knows("core").asPure(),
          Room.named("weighing.evidence").knows("core").asPure(),
          Room.named("weighing.lane")
              .knows(
                  "core",
                  "weighing.bridge",
                  "weighing.instrument",
                  "weighing.law",
                  "weighing.metrology",
                  "weighing.motion",
                  "weighing.platform",
                  "weighing.strips")
              .asPure(),
          Room.named("weighing.strips")
              .knows("core", "weighing.motion", "weighing.instrument")
              .uses(MATH)
              .asPure(),
          Room.named("weighing.platform")
              .knows("core", "weighing.motion", "weighing.instrument")
              .uses(MATH)
              .asPure(),
          Room.named("weighing.bridge")
              .knows("core", "weighing.motion", "weighing.instrument")
              .uses(MATH)
              .asPure(),
          Room.named("weighing.law").knows("core", "weighing.motion").asPure(),
          Room.named("weighing.accuracy").knows("core").uses(MATH).asPure(),
          Room.named("weighing.calibration")
              .knows("core", "weighing.motion", "weighing.instrument")
              .uses(MATH)
              .asPure(),
          // The weighing verbs: they alone read files and print.
          Room.named("weighing.cli")
              .knows(
                  "core",
                  "weighing.accuracy",
                  "weighing.calibration",
                  "weighing.instrument",
                  "weighing.lane",
                  "weighing.law",
                  "weighing.motion"),
          // Tolling: pure packages under one component, as weighing has them.
          Room.named("tolling").knows("core").uses(COMPONENT),
          // A verdict says what the lists found and what the passage is expected to cost.
          Room.named("tolling.lane")
              .knows("core", "tolling.tag", "tolling.book", "tolling.fare")
              .asPure(),
          // Hears for the lane what its neighbours hear.
          Room.named("tolling.plaza").knows("core", "tolling.tag", "tolling.lane").asPure(),
          // The lanes' words as datagrams: a socket and its thread.
          Room.named("tolling.plazanet").knows("core", "tolling.plaza").uses(COMPONENT),
          Room.named("tolling.tag").knows("core").asPure(),
          Room.named("tolling.book").knows("core", "tolling.tag").asPure(),
          // The lists' files: written, synced, renamed and mapped here alone.
          Room.named("tolling.book.store").knows("core", "tolling.book", "tolling.tag"),
          // Lists fetched over HTTP: the office's client, pieces on disk, the thread that asks.
          Room.named("tolling.book.fetch")
              .knows("core", "tolling.book", "tolling.office")
              .uses("org.slf4j"),
          // The office may say where a tag came in.
          Room.named("tolling.decision")
              .knows("core", "tolling.book", "tolling.fare", "tolling.tag")
              .asPure(),
          // The tolling verbs: they alone read files and print.
          Room.named("tolling.fare").knows("core").asPure(),
          Room.named("tolling.passage")
              .knows("core", "tolling.lane", "tolling.tag", "tolling.book", "tolling.fare")
              .asPure(),
          // Prices of parking; sessions and exits ask it what is to be paid.
          Room.named("tolling.tariff").knows("core").asPure(),
          Room.named("tolling.parking").knows("core", "tolling.tariff").asPure(),
          Room.named("tolling.gate").knows("core").asPure(),
          // The tolling verbs: they alone read files and print.
          Room.named("tolling.cli").knows("core", "tolling.book", "tolling.tag", "tolling.tariff"),
          Room.named("tolling.shift").knows("core", "tolling.fare", "tolling.passage").asPure(),
          // The order of posting and two mappings; XML by the JDK's own writer and reader.
          Room.named("tolling.office")
              .knows("core", "tolling.fare", "tolling.passage", "tolling.tag")
              .uses("javax.xml.stream")
              .asPure(),
          // The carrier of the office: the JDK's HTTP client, and whom it believes.
          Room.named("tolling.office.http").knows("tolling.office").uses("javax.net.ssl"),
          // An office at work: the thread that posts, and those that ask.
          Room.named("tolling.office.work")
              .knows("core", "tolling.office", "tolling.passage")
              .uses("org.slf4j"),
          // Who is in a closed system; a file of entries is signed as lists are.
          Room.named("tolling.entries")
              .knows(
                  "core",
                  "tolling.book",
                  "tolling.fare",
                  "tolling.lane",
                  "tolling.passage",
                  "tolling.tag")
              .asPure(),
          // The entries' files.
          Room.named("tolling.entries.kept")
              .knows(
                  "core",
                  "tolling.book",
                  "tolling.book.store",
                  "tolling.entries",
                  "tolling.fare",
                  "tolling.passage"),
          // A lane at work: the thread that alone calls the lane, its devices and its records.
          Room.named("tolling.control")
              .knows(
                  "core",
                  "tolling.book",
                  "tolling.decision",
                  "tolling.display",
                  "tolling.entries",
                  "tolling.fare",
                  "tolling.lane",
                  "tolling.office",
                  "tolling.passage",
                  "tolling.plaza",
                  "tolling.shift",
                  "tolling.sight",
                  "tolling.tag")
              .uses("org.slf4j"),
          // What a lane sees: pictures by the JDK's encoder, on a thread it is given.
          Room.named("tolling.sight")
              .knows("core", "tolling.lane", "tolling.passage")
              .uses("java.awt", "javax.imageio", "org.slf4j"),
          // A car park and its lanes: the lane's thread and devices, asked of stays and prices.
          Room.named("tolling.parkinglot")
              .knows(
                  "core",
                  "tolling.control",
                  "tolling.lane",
                  "tolling.parking",
                  "tolling.tag",
                  "tolling.tariff")
              .uses("org.slf4j"),
          // A ticket gate at work; its order is kept as a lane's is, and it speaks with other gates
          // in the words of lanes.
          Room.named("tolling.gatework")
              .knows(
                  "core",
                  "tolling.control",
                  "tolling.gate",
                  "tolling.lane",
                  "tolling.plaza",
                  "tolling.tag")
              .uses("org.slf4j"),
          // What drivers are told, in words that are data; a display's line is a link and its
          // thread.
          Room.named("tolling.display").knows("core", "tolling.fare").asPure(),
          Room.named("tolling.displayline").knows("core", "tolling.display").uses(COMPONENT),
          // A card reader's line: a link and its thread.
          Room.named("tolling.tapline").knows("core").uses(COMPONENT),
          // Pages for people, out of records alone.
          Room.named("tolling.audit").knows("core", "tolling.passage").asPure(),
          // Packed into the bundles that carry libraries of machine code: where these are kept.
          Room.named("natives"),
          // OpenCV's library: unpacked once and loaded; its classes are not ours.
          Room.named("opencv")
              .knows("natives")
              .uses("org.osgi.annotation", "org.osgi.framework", "org.opencv.core"),
          // The only room that knows ONNX Runtime; it runs what counters have it run.
          Room.named("onnxruntime")
              .knows("counting.spi", "natives")
              .uses(with(COMPONENT, "ai.onnxruntime")),
          // Counting: pure packages under one component.
          // It loads the optional library for its cameras.
          Room.named("counting").knows("core", "opencv").uses(COMPONENT),
          Room.named("counting.loop").knows("core").asPure(),
          // Counting in pictures: boxes and metres are pure, OpenCV is seen in one room alone.
          Room.named("counting.vision").asPure(),
          Room.named("counting.ground").knows("counting.vision").asPure(),
          Room.named("counting.sighting")
              .knows("core", "counting.ground", "counting.vision")
              .asPure(),
          Room.named("counting.picture")
              .knows("core", "counting.ground", "counting.sighting", "counting.vision")
              .uses("org.opencv"),
          Room.named("counting.fault").knows("core", "counting.loop").asPure(),
          Room.named("counting.interval").asPure(),
          Room.named("counting.scheme").knows("core").asPure(),
          Room.named("counting.lane")
              .knows(
                  "core", "counting.fault", "counting.interval", "counting.loop", "counting.scheme")
              .asPure(),
          Room.named("counting.card")
              .knows("core", "counting.interval", "counting.scheme")
              .asPure(),
          // Not pure: a runtime of models is told where a file is.
          Room.named("counting.spi").knows("core").uses("org.osgi.annotation"),
          Room.named("counting.detect").knows("core", "counting.spi").asPure(),
          Room.named("counting.plate").knows("core").asPure(),
          Room.named("counting.naming")
              .knows(
                  "counting.detect",
                  "counting.ground",
                  "counting.scheme",
                  "counting.sighting",
                  "counting.spi",
                  "counting.vision")
              .asPure(),
          // Shows pictures to a user's model: the only one that knows OpenCV's networks.
          Room.named("counting.net")
              .knows("core", "counting.detect", "counting.spi")
              .uses("org.opencv"),
          // Writes pictures and pages; what a browser runs stands beside it as resources.
          Room.named("counting.proof").knows("core").uses("java.awt.image", "javax.imageio"),
          // The counting verbs: they alone read files and print.
          Room.named("counting.cli")
              .knows("core", "counting.interval", "counting.scheme", "counting.sighting"),
          // The waterway: pure packages under its components.
          Room.named("waterway").knows("core").uses(COMPONENT),
          Room.named("waterway.light").knows("core").asPure(),
          Room.named("waterway.rhythm").knows("core", "waterway.light").asPure(),
          Room.named("waterway.sun").asPure(),
          Room.named("waterway.aid").knows("core", "waterway.light").asPure(),
          // Marks know whose convention they follow; the table of lights is read here.
          Room.named("waterway.mark").knows("core", "waterway.aid", "waterway.light").asPure(),
          Room.named("waterway.watch")
              .knows("core", "waterway.aid", "waterway.light", "waterway.rhythm", "waterway.sun")
              .asPure(),
          Room.named("waterway.availability").knows("core", "waterway.aid").asPure(),
          Room.named("waterway.control")
              .knows("core", "waterway.aid", "waterway.light", "waterway.mark", "waterway.rhythm")
              .asPure(),
          Room.named("waterway.automation")
              .knows("core", "waterway.aid", "waterway.light")
              .asPure(),
          Room.named("waterway.traffic").knows("core", "waterway.aid").asPure(),
          Room.named("waterway.record")
              .knows(
                  "core",
                  "waterway.aid",
                  "waterway.automation",
                  "waterway.availability",
                  "waterway.control",
                  "waterway.light",
                  "waterway.rhythm",
                  "waterway.synchrony",
                  "waterway.traffic",
                  "waterway.watch")
              .asPure(),
          Room.named("waterway.announce")
              .knows("core", "waterway.aid", "waterway.record", "waterway.watch")
              .asPure(),
          // The waterway's verbs: they alone read files and print.
          Room.named("waterway.cli")
              .knows(
                  "core",
                  "waterway.aid",
                  "waterway.availability",
                  "waterway.light",
                  "waterway.mark",
                  "waterway.record",
                  "waterway.rhythm"),
          Room.named("runtime")
              .knows("core")
              .uses(with(COMPONENT, "org.osgi.service.cm", "org.osgi.util.tracker")),
          // Drivers: core, and no driver but themselves.
          Room.named("driver.serial")
              .knows("core")
              .uses(with(COMPONENT, "com.fazecast.jSerialComm")),
          Room.named("driver.indicator").knows("core").uses(COMPONENT),
          Room.named("driver.indicator.codec").knows("core").asPure(),
          Room.named("driver.indicator.session").knows("core", "driver.indicator.codec").asPure(),
          Room.named("driver.indicator.commissioning")
              .knows("core", "driver.indicator.codec")
              .asPure(),
          // A map of registers makes an indication, as a frame does.
          Room.named("driver.indicator.registers").knows("core", "driver.indicator.codec").asPure(),
          Room.named("driver.iio").knows("core").uses(COMPONENT),
          Room.named("driver.iio.scan").knows("core").asPure(),
          Room.named("driver.iio.context").knows("core", "driver.iio.scan").asPure(),
          Room.named("driver.iio.timing").knows("driver.iio.context").asPure(),
          Room.named("driver.loadcell").knows("core").uses(with(COMPONENT, "com.pi4j")),
          Room.named("driver.gpio").knows("core").uses(with(COMPONENT, "com.pi4j")),
          Room.named("driver.llrp").knows("core").uses(COMPONENT),
          Room.named("driver.llrp.codec").asPure(),
          Room.named("driver.llrp.session").knows("core", "driver.llrp.codec").asPure(),
          // The verb: it alone reads files and prints.
          Room.named("driver.llrp.cli").knows("core", "driver.llrp.codec"),
          Room.named("driver.modbus").knows("core").uses(with(COMPONENT, "com.ghgande.j2mod")),
          Room.named("driver.modbus.round").knows("core").asPure(),
          Room.named("driver.nmea").knows("core").uses(COMPONENT),
          Room.named("driver.nmea.sentence").knows("core").asPure(),
          // What plain sentences say; bytes and check sums are others' work.
          Room.named("driver.nmea.sentence.plain").knows("core").asPure(),
          Room.named("driver.nmea.ais").knows("core", "driver.nmea.sentence").asPure(),
          Room.named("driver.nmea.heard")
              .knows("core", "driver.nmea.ais", "driver.nmea.sentence")
              .asPure(),
          Room.named("driver.nmea.spoken").knows("core", "driver.nmea.ais").asPure(),
          Room.named("driver.nmea.session")
              .knows("core", "driver.nmea.heard", "driver.nmea.sentence")
              .asPure(),
          // The verb: it alone reads files and prints.
          Room.named("driver.nmea.cli").knows("core", "driver.nmea.ais", "driver.nmea.sentence"),
          Room.named("driver.lantern").knows("core").uses(COMPONENT),
          Room.named("driver.lantern.map").knows("core").asPure(),
          // A vocabulary tells the same things as a map.
          Room.named("driver.lantern.text").knows("core", "driver.lantern.map").asPure(),
          Room.named("driver.detector").knows("core").uses(COMPONENT),
          Room.named("driver.detector.card").knows("core").asPure(),
          Room.named("driver.recording").knows("core").uses(COMPONENT),
          // What drivers of devices with HTTP share; the JDK's client.
          Room.named("driver.http").knows("core").uses("org.osgi.annotation"),
          Room.named("driver.anpr").knows("core", "driver.http").uses(COMPONENT),
          // What cameras say: XML by the JDK's reader, no sockets.
          Room.named("driver.anpr.event")
              .knows("core", "driver.http")
              .uses("javax.xml.stream")
              .asPure(),
          // SOAP messages as values.
          Room.named("driver.anpr.onvif")
              .knows("core", "driver.anpr.event")
              .uses("javax.xml.stream")
              .asPure(),
          Room.named("driver.camera").knows("core", "driver.http").uses(COMPONENT),
          // JPEG and PNG by the JDK: a camera without OpenCV stays a small bundle.
          Room.named("driver.camera.feed")
              .knows("core", "driver.camera.picture")
              .uses("java.awt", "javax.imageio"),
          Room.named("driver.camera.picture").asPure(),
          Room.named("driver.camera.watch").knows("driver.camera.picture").asPure(),
          // The only room that starts a program: ffmpeg, by an argument list.
          Room.named("driver.camera.ffmpeg")
              .knows("core", "driver.camera.feed", "driver.camera.picture")
              .uses("org.slf4j"),
          Room.named("driver.camera.http")
              .knows("core", "driver.camera.feed", "driver.camera.picture", "driver.http")
              .uses("org.slf4j"),
          Room.named("driver.camera.folder")
              .knows("core", "driver.camera.feed", "driver.camera.picture")
              .uses("org.slf4j"),
          // Below the framework, and what puts the release together.
          Room.named("boot")
              .knows("core")
              .uses(
                  "org.osgi.framework",
                  "org.osgi.util.tracker",
                  "org.slf4j",
                  "java.lang.management"),
          Room.named("distribution")
              .knows("core", "boot")
              .uses("javax.xml", "org.w3c.dom", "org.xml.sax"));

  /** Those of the gateway, and those of the rig. */
  static final List<Room> ALL = Stream.concat(OURS.stream(), RigRooms.ALL.stream()).toList();

  private Rooms() {}

  /** The innermost room of a package. */
  static Optional<Room> of(String root, String pack) {
    return ALL.stream()
        .filter(room -> Room.within(pack, root + "." + room.name()))
        .max(Comparator.comparingInt(room -> room.name().length()));
  }

  static String[] with(String[] some, String... more) {
    return Stream.of(some, more).flatMap(Arrays::stream).toArray(String[]::new);
  }
}
