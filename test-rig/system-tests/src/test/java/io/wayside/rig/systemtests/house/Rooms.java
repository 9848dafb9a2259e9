// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.house;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who may import whom. Whatever stands here, the poms and the manifests cannot undo. */
final class Rooms {

  private static final String[] COMPONENT = {
    "org.osgi.annotation",
    "org.osgi.framework",
    "org.osgi.service.component",
    "org.osgi.service.metatype.annotations",
    "org.slf4j"
  };
  private static final String[] SQL = {"java.sql", "javax.sql", "org.sqlite"};
  private static final String MATH = "org.apache.commons.math3";
  private static final String PAHO = "org.eclipse.paho";

  static final List<Room> ALL =
      List.of(
          // What everybody may know: no framework, no I/O.
          Room.named("core").uses("org.osgi.annotation").asPure(),
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
                  "core", "tolling.book", "tolling.book.store", "tolling.entries", "tolling.fare"),
          // A lane at work: the thread that alone calls the lane, its devices and its records.
          Room.named("tolling.control")
              .knows(
                  "core",
                  "tolling.book",
                  "tolling.decision",
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
          // A ticket gate at work; the order it was given is kept as a lane's is.
          Room.named("tolling.gatework")
              .knows("core", "tolling.control", "tolling.gate", "tolling.lane")
              .uses("org.slf4j"),
          // A card reader's line: a link and its thread.
          Room.named("tolling.tapline").knows("core").uses(COMPONENT),
          // Pages for people, out of records alone.
          Room.named("tolling.audit").knows("core", "tolling.passage").asPure(),
          // OpenCV's library: unpacked once and loaded; its classes are not ours.
          Room.named("opencv").uses("org.osgi.annotation", "org.osgi.framework", "org.opencv.core"),
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
              .knows("core", "counting.sighting", "counting.vision")
              .uses("org.opencv"),
          Room.named("counting.fault").knows("core", "counting.loop").asPure(),
          Room.named("counting.interval").asPure(),
          Room.named("counting.scheme").knows("core").asPure(),
          Room.named("counting.lane")
              .knows(
                  "core", "counting.fault", "counting.interval", "counting.loop", "counting.scheme")
              .asPure(),
          Room.named("counting.detect").knows("core").asPure(),
          // Runs a user's model: the only one that knows OpenCV's networks.
          Room.named("counting.net").knows("core", "counting.detect").uses("org.opencv"),
          // Writes pictures and pages; what a browser runs stands beside it as resources.
          Room.named("counting.proof").knows("core").uses("java.awt.image", "javax.imageio"),
          // The counting verbs: they alone read files and print.
          Room.named("counting.cli")
              .knows("core", "counting.interval", "counting.scheme", "counting.sighting"),
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
          Room.named("driver.recording").knows("core").uses(COMPONENT),
          // What drivers of devices with HTTP share; the JDK's client.
          Room.named("driver.http").knows("core").uses("org.osgi.annotation"),
          Room.named("driver.anpr").knows("core", "driver.http").uses(COMPONENT),
          // What cameras say: XML by the JDK's reader, no sockets.
          Room.named("driver.anpr.event")
              .knows("core", "driver.http")
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
              .uses("javax.xml", "org.w3c.dom", "org.xml.sax"),
          // The rig. Simulators know nothing that they are there to test.
          Room.named("rig.contracts").knows("core").uses("org.junit.jupiter", "org.assertj"),
          Room.named("rig.simulators").uses("com.sun.jna", "org.slf4j"),
          // Rendered scenes: arithmetic alone, but for the folder they are written to and the JPEG.
          Room.named("rig.simulators.scene.view").asPure(),
          Room.named("rig.simulators.scene.shape").knows("rig.simulators.scene.view").asPure(),
          Room.named("rig.simulators.scene.traffic").knows("rig.simulators.scene.shape").asPure(),
          Room.named("rig.simulators.scene.paint")
              .knows(
                  "rig.simulators.scene.shape",
                  "rig.simulators.scene.traffic",
                  "rig.simulators.scene.view")
              .asPure(),
          Room.named("rig.simulators.scene.picture").uses("java.awt", "javax.imageio"),
          Room.named("rig.transports")
              .knows("core", "uplink", "rig.simulators")
              .uses(
                  PAHO,
                  "org.eclipse.tahu", // reads the live view's payloads independently of us
                  "com.google.protobuf",
                  "org.junit.jupiter",
                  "org.assertj"),
          // MQTT 5 with shared subscriptions is the HiveMQ client's; its certificates are Java's.
          Room.named("rig.central")
              .knows("core", "journal.record")
              .uses("org.slf4j", "com.hivemq.client", "javax.net.ssl", "com.sun.net.httpserver"),
          // Statements are checked as they are stored, and again when all is verified.
          Room.named("rig.central.heads").knows("core"),
          Room.named("rig.central.store")
              .knows("core", "journal.record", "rig.central.heads")
              .uses(with(SQL, "org.slf4j")),
          Room.named("rig.scenarios")
              .knows("core", "journal.record", "journal.verify", "rig.simulators", "rig.central")
              .uses("io.moquette", "io.netty.buffer", "org.slf4j"), // the broker's own messages
          // Long forms that work on a part of the gateway itself.
          Room.named("rig.scenarios.faults")
              .knows(
                  "core",
                  "driver.indicator",
                  "weighing",
                  "journal.verify",
                  "rig.simulators",
                  "rig.central",
                  "rig.scenarios")
              .uses("org.slf4j"),
          // Weighing in motion from the simulated road to the error table: the driver without a
          // framework, and every part of weighing that the station at the road is made of.
          Room.named("rig.scenarios.weigh")
              .knows(
                  "core",
                  "driver.iio",
                  "weighing.accuracy",
                  "weighing.calibration",
                  "weighing.instrument",
                  "weighing.lane",
                  "weighing.law",
                  "weighing.motion",
                  "weighing.platform", // vehicles that stand are weighed by its indication
                  "weighing.strips",
                  "rig.simulators")
              .uses("java.lang.management"),
          // A gateway's journal and uplink themselves, between links and brokers that fail; the
          // centre's table is read by plain SQL, so that the judge does not rely on the centre.
          Room.named("rig.scenarios.hostile")
              .knows(
                  "core",
                  "journal",
                  "uplink",
                  "uplink.transport",
                  "uplink.paho",
                  "uplink.mqtt5",
                  "rig.simulators",
                  "rig.transports",
                  "rig.central",
                  "rig.scenarios")
              .uses("java.sql", "io.moquette", "org.slf4j"),
          // A simulated lane's reports by the rig's encoder, through the driver's decoder, to lane
          // and decision; judged by what is true of the vehicles.
          Room.named("rig.scenarios.toll")
              .knows(
                  "core",
                  "driver.llrp.codec",
                  "tolling.book",
                  "tolling.decision",
                  "tolling.fare",
                  "tolling.lane",
                  "tolling.plaza",
                  "tolling.tag",
                  "rig.simulators"),
          // A lane in the foreground: station and drivers put together without a framework, the
          // site
          // document read as the gateway reads it.
          Room.named("rig.scenarios.lane")
              .knows("core", "boot.site", "driver.gpio", "driver.llrp", "tolling")
              .uses("org.slf4j"),
          // A toll lane on a journal on disk, in a process that is killed.
          Room.named("rig.scenarios.tollkill").knows("core", "journal", "tolling", "rig.scenarios"),
          // Days without an office: a journal on disk, and an office over HTTP.
          Room.named("rig.scenarios.tolloutage")
              .knows("core", "journal", "tolling", "rig.scenarios"),
          // A car park and a gate stepped by the rig's time, judged by what is true of drivers and
          // people; the journal is in memory and takes the gateway down.
          Room.named("rig.scenarios.parking").knows("core", "tolling", "rig.scenarios"),
          Room.named("rig.scenarios.gate").knows("core", "tolling", "rig.scenarios"),
          // Nothing of the gateway: it only writes what the simulators render.
          Room.named("rig.scenarios.scene").knows("rig.simulators"),
          // Events and truth as files alone.
          Room.named("rig.scenarios.countscore").knows("core"),
          // Contacts of simulated vehicles into the counter's loops, judged by what is true of
          // them.
          Room.named("rig.scenarios.loops")
              .knows(
                  "core",
                  "counting.fault",
                  "counting.interval",
                  "counting.lane",
                  "counting.loop",
                  "counting.scheme",
                  "driver.gpio", // contacts go through the gateway's own drivers
                  "driver.modbus",
                  "rig.scenarios.lane",
                  "rig.simulators"),
          // The camera driver itself over a clip of a rendered scene, put together as in a lane.
          Room.named("rig.scenarios.camerakill")
              .knows("core", "driver.camera", "rig.simulators", "rig.scenarios.lane"),
          // Clips and cameras through the driver into the counter, without a gateway; components
          // are made as the lane in the foreground makes them.
          Room.named("rig.scenarios.count")
              .knows(
                  "core",
                  "counting.cli",
                  "counting.ground",
                  "counting.picture",
                  "counting.proof",
                  "counting.sighting",
                  "counting.vision",
                  "driver.camera",
                  "driver.camera.ffmpeg",
                  "opencv",
                  "rig.scenarios.lane"),
          // The office's own parsers, so that a wrong request cannot agree with itself.
          Room.named("rig.scenarios.toll.office")
              .knows("core", "tolling")
              .uses(
                  "com.fasterxml.jackson",
                  "com.sun.net.httpserver",
                  "javax.xml.parsers",
                  "org.w3c.dom",
                  "org.xml.sax"),
          // A complaint's evidence: the journal's export and what tolling makes of it.
          Room.named("rig.scenarios.toll.audit")
              .knows(
                  "core", "journal.record", "journal.verify", "tolling.audit", "tolling.passage"),
          Room.named("rig.scenarios.journal")
              .knows("core", "journal", "rig.scenarios")
              .uses("org.slf4j"),
          // Runs the uplink itself, on a journal on disk or on its cursors over memory.
          Room.named("rig.scenarios.fleet")
              .knows("core", "journal", "uplink", "rig.transports", "rig.scenarios")
              .uses(PAHO, "java.lang.management", "org.slf4j"),
          // Weighs simulated signals by the very code of the road, and judges by its accuracy
          // classes.
          // Documents of simulated sites are written, and vehicles matched, in one place.
          Room.named("rig.scenarios.report")
              .knows("core", "weighing", "rig.simulators", "rig.scenarios.weigh"),
          Room.named("rig.scenarios.wire")
              .knows("core", "journal.record", "rig.scenarios")
              .uses("com.networknt.schema", "com.fasterxml.jackson", "org.slf4j"),
          // The loops are JMH's, what they run is the weighing itself.
          Room.named("rig.benchmarks.weigh")
              .knows(
                  "core",
                  "rig.benchmarks",
                  "rig.scenarios.report",
                  "rig.simulators",
                  "weighing.strips")
              .uses("org.openjdk.jmh"),
          // Our decoder of the reader protocol beside another.
          Room.named("rig.benchmarks.llrp")
              .knows("core", "rig.benchmarks", "driver.llrp.codec")
              .uses("org.openjdk.jmh", "org.llrp", "org.apache.log4j"),
          // Lists of tags as a gateway keeps them, beside a database and a map.
          Room.named("rig.benchmarks.tolllists")
              .knows("core", "rig.benchmarks", "rig.scenarios", "tolling.book", "tolling.tag")
              .uses(with(SQL, "java.lang.management", "com.sun.management")),
          // A toll lane with devices in memory and its journal on disk.
          Room.named("rig.benchmarks.tolllane")
              .knows("core", "journal", "tolling", "rig.benchmarks", "rig.scenarios"),
          // Counting in pictures beside OpenCV's own model.
          Room.named("rig.benchmarks.vision")
              .knows(
                  "counting.picture",
                  "counting.sighting",
                  "counting.vision",
                  "opencv",
                  "rig.benchmarks")
              .uses("java.lang.management", "org.opencv"),
          Room.named("rig.benchmarks")
              .knows("core", "journal", "uplink", "rig.simulators", "rig.central", "rig.scenarios")
              .uses(
                  with(
                      SQL,
                      "io.moquette",
                      PAHO,
                      "org.slf4j",
                      "org.osgi.framework",
                      "java.lang.management")));

  private Rooms() {}

  /** The innermost room of a package. */
  static Optional<Room> of(String root, String pack) {
    return ALL.stream()
        .filter(room -> Room.within(pack, root + "." + room.name()))
        .max(Comparator.comparingInt(room -> room.name().length()));
  }

  private static String[] with(String[] some, String... more) {
    return java.util.stream.Stream.of(some, more)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }
}
