// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.house;

import static io.wayside.rig.systemtests.house.Rooms.PAHO;
import static io.wayside.rig.systemtests.house.Rooms.SQL;
import static io.wayside.rig.systemtests.house.Rooms.with;

import java.util.List;

/** Who may import whom in the rig. */
final class RigRooms {

  static final List<Room> ALL =
      List.of(
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
          // A reach of river in its own time: arithmetic and text.
          Room.named("rig.simulators.water").asPure(),
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
          // and decision, its records to a journal on disk and from it to an office over HTTP;
          // judged
          // by what is true of the vehicles.
          Room.named("rig.scenarios.toll")
              .knows(
                  "core",
                  "driver.llrp.codec",
                  "journal.store",
                  "tolling",
                  "rig.scenarios.site",
                  "rig.scenarios.toll.office",
                  "rig.simulators"),
          // Rubbish and good sentences in turn through the driver's framer and decoder.
          Room.named("rig.scenarios.aisfuzz")
              .knows("core", "driver.nmea.ais", "driver.nmea.sentence"),
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
          // A receiver's session and the watch of each aid, as the station has them.
          Room.named("rig.scenarios.waterway")
              .knows("core", "driver.nmea", "rig.simulators", "waterway"),
          // Orders to a light, judged by a lamp of its own and by records as plain text.
          Room.named("rig.scenarios.aidcommands")
              .knows(
                  "core",
                  "waterway",
                  "waterway.aid",
                  "waterway.control",
                  "waterway.light",
                  "waterway.rhythm"),
          // Nothing of the gateway: it only writes what the simulators render.
          Room.named("rig.scenarios.scene").knows("rig.simulators"),
          // Events and truth as files alone, and scenes that whoever is given counts.
          Room.named("rig.scenarios.countscore").knows("core", "rig.simulators"),
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
                  "rig.scenarios.lane")
              .uses("java.awt", "javax.imageio"), // a picture to draw lines by
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
          // Commands to a running gateway over its control socket, its answers for people.
          Room.named("rig.scenarios.toll.desk").knows("core", "tolling.passage", "rig.scenarios"),
          // Availability of aids: the journal's export and what the waterway makes of it.
          Room.named("rig.scenarios.aids")
              .knows(
                  "core",
                  "journal.record",
                  "journal.verify",
                  "waterway.availability",
                  "waterway.cli",
                  "waterway.record"),
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
          // Our decoder of AIS beside another.
          Room.named("rig.benchmarks.ais")
              .knows("core", "rig.benchmarks", "driver.nmea.ais", "driver.nmea.sentence")
              .uses("org.openjdk.jmh", "dk.dma.ais"),
          // Lists of tags as a gateway keeps them, beside a database and a map.
          Room.named("rig.benchmarks.tolllists")
              .knows("core", "rig.benchmarks", "rig.scenarios", "tolling.book", "tolling.tag")
              .uses(with(SQL, "java.lang.management", "com.sun.management")),
          // A toll lane with devices in memory and its journal on disk.
          Room.named("rig.benchmarks.tolllane")
              .knows("core", "journal", "tolling", "rig.benchmarks", "rig.scenarios"),
          // Counting in pictures beside OpenCV's own model; a user's model by either runtime.
          Room.named("rig.benchmarks.vision")
              .knows(
                  "core",
                  "counting.detect",
                  "counting.net",
                  "counting.picture",
                  "counting.sighting",
                  "counting.spi",
                  "counting.vision",
                  "onnxruntime",
                  "opencv",
                  "rig.benchmarks",
                  "rig.simulators")
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

  private RigRooms() {}
}
