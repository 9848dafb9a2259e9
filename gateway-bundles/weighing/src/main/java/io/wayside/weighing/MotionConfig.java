// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How a station for weighing in motion is set up; units are in the names. */
@ObjectClassDefinition(
    name = "Weighing in motion",
    description = "Vehicles weighed as they drive over strips, a platform or a bridge")
@interface MotionConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Samples",
      description = "Id of the device that samples the instrument's channels")
  String samplesDevice();

  @AttributeDefinition(
      name = "Instrument",
      description =
          "File with the instrument's document: geometry, channels, calibration, verified range. A"
              + " path that is not absolute is found beside the site document")
  String instrument();

  @AttributeDefinition(
      name = "Law pack",
      description = "Law pack by name, such as vn, or by path; none: nothing is decided")
  String lawPack() default "none";

  @AttributeDefinition(
      name = "Class scheme",
      description =
          "Class scheme by name, such as vn-axle, or by path; none: vehicles get no class")
  String classScheme() default "none";

  @AttributeDefinition(
      name = "Time zone",
      description =
          "Time zone whose day decides which law is in force, such as Asia/Ho_Chi_Minh; empty: that"
              + " of the gateway's operating system")
  String timeZone() default "";

  @AttributeDefinition(
      name = "Event counter on the seal",
      description =
          "The instrument's event counter when it was sealed, as the verb state tells it; 0: not"
              + " sealed",
      min = "0")
  long sealedEvents() default 0;

  @AttributeDefinition(
      name = "Software on the seal",
      description =
          "Hash of the legally relevant software when the instrument was sealed, or its first"
              + " characters, as the verb state tells it; empty: not on the seal")
  String sealedSoftware() default "";

  @AttributeDefinition(
      name = "Signals kept",
      description =
          "Of which vehicles the raw signal is kept with the record: NONE; NOT_WITHIN, those the"
              + " law pack does not find within all limits; ALL")
  KeptSignals keepSignals() default KeptSignals.NOT_WITHIN;

  @AttributeDefinition(
      name = "Signal around a vehicle",
      description = "How much of the signal before and after a vehicle is kept with it",
      min = "0",
      max = "10")
  double signalAroundS() default 0.5;

  /** Of which vehicles the raw signal is kept. */
  enum KeptSignals {
    NONE,
    NOT_WITHIN,
    ALL
  }
}
