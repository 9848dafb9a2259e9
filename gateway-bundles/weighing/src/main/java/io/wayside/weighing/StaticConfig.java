// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How a weighing station is set up; units are in the names. */
@ObjectClassDefinition(
    name = "Weighing station",
    description = "Static weighing of vehicles axle by axle on one platform")
@interface StaticConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Scale",
      description = "Id of the device that indicates the platform's load")
  String scaleDevice();

  @AttributeDefinition(
      name = "Calibration",
      description =
          "Id of the instrument's calibration or verification in force; records without one are"
              + " flagged as uncalibrated")
  String calibrationId() default "none";

  @AttributeDefinition(
      name = "Scale interval",
      description = "Verification scale interval of the instrument: what counts as equal",
      min = "0.1",
      max = "200")
  double scaleIntervalKg() default 20;

  @AttributeDefinition(
      name = "Capacity",
      description = "Largest load the instrument may indicate; above it is out of range",
      min = "100",
      max = "200000")
  double capacityKg() default 30000;

  @AttributeDefinition(
      name = "Time at rest",
      description = "How long readings must stay equal for a load to be at rest",
      min = "0.5",
      max = "10")
  double stableForS() default 1.0;

  @AttributeDefinition(
      name = "Readings at rest",
      description = "How many equal readings a rest needs at least, those of a burst counted once",
      min = "5",
      max = "100")
  int stableReadings() default 5;

  @AttributeDefinition(
      name = "Burst",
      description = "Readings arriving closer together came out of a buffer and count as one",
      min = "0",
      max = "1000")
  int burstMs() default 20;

  @AttributeDefinition(
      name = "Signal gap",
      description = "Without a reading for so long, an axle may have passed unseen",
      min = "50",
      max = "10000")
  int signalGapMs() default 500;

  @AttributeDefinition(
      name = "Zero band",
      description = "How far from zero the empty platform may indicate",
      min = "0",
      max = "1000")
  double zeroBandKg() default 40;

  @AttributeDefinition(
      name = "Axle present",
      description = "Above this an axle is on the platform",
      min = "1",
      max = "5000")
  double axlePresentKg() default 100;

  @AttributeDefinition(
      name = "Vehicle gap",
      description = "No axle for so long: the vehicle is complete",
      min = "1",
      max = "600")
  double vehicleGapS() default 15;

  @AttributeDefinition(
      name = "Stuck after",
      description = "Loaded for so long: something stands on the platform",
      min = "10",
      max = "86400")
  double stuckAfterS() default 600;

  @AttributeDefinition(
      name = "Smallest axle",
      description = "A lighter axle is recorded and flagged as implausible",
      min = "0",
      max = "100000")
  double minAxleKg() default 300;

  @AttributeDefinition(
      name = "Largest axle",
      description = "A heavier axle is recorded and flagged as implausible",
      min = "1",
      max = "200000")
  double maxAxleKg() default 25000;

  @AttributeDefinition(
      name = "Most axles",
      description = "A vehicle with more axles is recorded and flagged as implausible",
      min = "1",
      max = "60")
  int maxAxles() default 12;

  @AttributeDefinition(
      name = "Smallest gross",
      description = "A lighter vehicle is recorded and flagged as implausible",
      min = "0",
      max = "1000000")
  double minGrossKg() default 800;

  @AttributeDefinition(
      name = "Largest gross",
      description = "A heavier vehicle is recorded and flagged as implausible",
      min = "1",
      max = "1000000")
  double maxGrossKg() default 100000;

  @AttributeDefinition(
      name = "Repeatability",
      description = "Standard deviation of one axle weighed again and again on this site",
      min = "0",
      max = "10000")
  double repeatabilityKg() default 10;

  @AttributeDefinition(
      name = "Errors in service",
      description =
          "Count with the doubled permissible errors of an instrument in service; false counts"
              + " with those of a fresh verification")
  boolean errorsInService() default true;
}
