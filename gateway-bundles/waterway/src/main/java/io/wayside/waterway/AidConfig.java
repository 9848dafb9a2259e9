// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.waterway.aid.Category;
import io.wayside.waterway.aid.Convention;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.mark.Mark;
import io.wayside.waterway.watch.Chemistry;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How an aid to navigation is set up; units are in the names. */
@ObjectClassDefinition(
    name = "Aid to navigation",
    description = "A beacon, buoy or light that is watched, with what tells about it")
@interface AidConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Id of the aid",
      description =
          "In the names of its records: lower-case letters, digits, hyphens; empty: as the station")
  String aidId() default "";

  @AttributeDefinition(name = "Name", description = "For people; empty: as the station")
  String aidName() default "";

  @AttributeDefinition(
      name = "Mark",
      description =
          "What it tells the mariner; it says which characters it may be ordered to show. Of OTHER"
              + " and of kinds without a rule: any of its lantern")
  Mark mark();

  @AttributeDefinition(
      name = "Footing",
      description =
          "FIXED stands on the ground or a structure; FLOATING hangs on a mooring; VIRTUAL is on"
              + " chart displays alone")
  Footing footing();

  @AttributeDefinition(
      name = "Convention",
      description =
          "Which rules give it its side and colour: on inland waterways (QCVN_39) right and left"
              + " are as one looks downstream, at sea (QCVN_20, IALA_A, IALA_B) as one comes in")
  Convention convention();

  @AttributeDefinition(
      name = "Category",
      description = "Share of the time it should do its duty: ONE 99.8 %, TWO 99 %, THREE 97 %")
  Category category() default Category.TWO;

  @AttributeDefinition(
      name = "Charted latitude",
      description = "WGS 84, north is positive; 91: not charted, then it is not held to a place",
      min = "-90",
      max = "91")
  double chartedLatitudeDeg() default 91;

  @AttributeDefinition(
      name = "Charted longitude",
      description = "WGS 84, east is positive; 181: not charted",
      min = "-180",
      max = "181")
  double chartedLongitudeDeg() default 181;

  @AttributeDefinition(
      name = "Light character",
      description = "As published, such as Fl(2) R 6s; empty: it has no light")
  String character() default "";

  @AttributeDefinition(
      name = "Light and dark",
      description =
          "Seconds of light, dark, light, dark and so on as this lantern shows its character, such"
              + " as 0.5 1 0.5 4; empty: the usual lengths of that character")
  String lightAndDark() default "";

  @AttributeDefinition(
      name = "Mooring",
      description = "Length from the sinker to the buoy; 0: not known",
      min = "0",
      max = "1000")
  double mooringM() default 0;

  @AttributeDefinition(
      name = "Depth",
      description = "Of the water over the sinker when the gauge stands at its zero",
      min = "-20",
      max = "500")
  double depthAtZeroM() default 0;

  @AttributeDefinition(
      name = "Radius",
      description = "A circle for a buoy whose mooring is not known; 0: none",
      min = "0",
      max = "5000")
  double radiusM() default 0;

  @AttributeDefinition(
      name = "Antenna",
      description = "From what the chart shows to the antenna that is positioned",
      min = "0",
      max = "100")
  double antennaM() default 0;

  @AttributeDefinition(
      name = "Error of a fix",
      description = "One standard deviation of fixes that tell none themselves",
      min = "0.01",
      max = "100")
  double fixSigmaM() default 10;

  @AttributeDefinition(
      name = "Reports",
      description =
          "Who speaks for it, each as DEVICE/NAME-ON-ITS-WIRE, such as ais-1/mmsi:995741007")
  String[] reports() default {};

  @AttributeDefinition(
      name = "Digital inputs",
      description =
          "What the inputs in its reports mean, each as NUMBER:SIGN, such as 0:door-open or"
              + " 3:struck")
  String[] inputs() default {};

  @AttributeDefinition(
      name = "Light input",
      description =
          "Id of the contact that is active while the lamp shines, or of the sample stream of its"
              + " current or of a photodiode, with /CHANNEL where it has several; empty: none")
  String lightInput() default "";

  @AttributeDefinition(
      name = "Photocell",
      description = "Id of the contact that is active while it is dark outside; empty: none")
  String photocell() default "";

  @AttributeDefinition(
      name = "Gauge",
      description =
          "Whose level gives the depth at the mooring, as DEVICE/NAME-ON-ITS-WIRE; empty: none, the"
              + " lowest level is reckoned with")
  String gauge() default "";

  @AttributeDefinition(
      name = "Lowest level",
      description = "The water never falls below; what is lower is no level",
      min = "-100",
      max = "100")
  double lowestLevelM() default -3;

  @AttributeDefinition(
      name = "Highest level",
      description = "The water never rises above; what is higher is no level",
      min = "-100",
      max = "200")
  double highestLevelM() default 20;

  @AttributeDefinition(
      name = "Rise in an hour",
      description = "The fastest the water rises or falls in an hour",
      min = "0.01",
      max = "20")
  double risePerHourM() default 0.5;

  @AttributeDefinition(name = "Chemistry of the battery", description = "LEAD or LIFEPO4")
  Chemistry chemistry() default Chemistry.LEAD;

  @AttributeDefinition(
      name = "Voltage of the battery",
      description = "Nominal, such as 12 V",
      min = "1",
      max = "60")
  double batteryNominalV() default 12;

  @AttributeDefinition(
      name = "Capacity of the battery",
      description =
          "In ampere-hours; with it, charge and load currents that are told are reckoned with; 0:"
              + " not known",
      min = "0",
      max = "100000")
  double batteryAmpereHours() default 0;

  @AttributeDefinition(
      name = "Temperature of the battery",
      description = "Its usual temperature",
      min = "-40",
      max = "70")
  double batteryTemperatureCel() default 25;

  @AttributeDefinition(
      name = "Battery low",
      description = "It is low when by forecast it lasts no longer",
      min = "1",
      max = "60")
  int batteryLowDays() default 3;

  @AttributeDefinition(
      name = "Usual interval",
      description = "Usual time between two of its reports; 0: learned",
      min = "0",
      max = "86400")
  int usualIntervalS() default 0;

  @AttributeDefinition(
      name = "Silent after",
      description = "So many usual intervals without a report are silence",
      min = "2",
      max = "100")
  int silentIntervals() default 5;

  @AttributeDefinition(
      name = "Day-burning after",
      description = "Light by day for so long is a fault; longer than the blackest thunderstorm",
      min = "10",
      max = "600")
  int dayBurningAfterMin() default 180;

  @AttributeDefinition(
      name = "Lantern",
      description =
          "Device id of the lantern that takes orders for this aid, or of the output that switches"
              + " its lamp and is lit by itself; empty: it takes none")
  String lanternDevice() default "";

  @AttributeDefinition(
      name = "Characters of the lantern",
      description =
          "What it can be told by code: CODE=CHARACTER, such as 37=Fl(2) R 6s, or"
              + " CODE=CHARACTER=SECONDS with the seconds of light, dark, light and so on")
  String[] lanternCharacters() default {};

  @AttributeDefinition(
      name = "Synchronised",
      description =
          "It flashes in step with UTC by a clock of the lantern's own; needs the character's times")
  boolean synchronised() default false;

  @AttributeDefinition(
      name = "Offset",
      description =
          "Of a synchronised light: its period begins when the time of UTC since midnight, and this"
              + " added, is a whole number of periods",
      min = "0",
      max = "599999")
  int syncOffsetMs() default 0;

  @AttributeDefinition(
      name = "Tolerance of the step",
      description =
          "How far from its time a flash of a synchronised light may begin; not less than the light"
              + " input errs",
      min = "10",
      max = "5000")
  int syncToleranceMs() default 150;

  @AttributeDefinition(
      name = "Holdover",
      description =
          "How long after it last heard its reference the gateway's clock is still good enough to"
              + " say whether a light is in step",
      min = "0",
      max = "1440")
  int syncHoldoverMin() default 60;

  @AttributeDefinition(
      name = "Step of the flasher",
      description = "The lantern's lengths of light and dark are whole steps; 1: any",
      min = "1",
      max = "1000")
  int flasherStepMs() default 1;

  @AttributeDefinition(
      name = "Shortest flash",
      description = "The lantern can show no shorter one; 1: any",
      min = "1",
      max = "10000")
  int shortestFlashMs() default 1;

  @AttributeDefinition(
      name = "Longest period",
      description = "The lantern can repeat no longer one",
      min = "100",
      max = "600000")
  int longestPeriodMs() default 600_000;

  @AttributeDefinition(
      name = "Rules of the light",
      description = "Document of rules that change the light, by path beside the site document")
  String lightRules() default "";

  @AttributeDefinition(
      name = "Usual lease",
      description = "How long an order holds that does not say so",
      min = "1",
      max = "10080")
  int usualLeaseMin() default 60;

  @AttributeDefinition(
      name = "Longest lease",
      description = "How long any order may hold; then the light is its own master again",
      min = "1",
      max = "10080")
  int longestLeaseMin() default 720;

  @AttributeDefinition(
      name = "Longest dark",
      description = "How long an order may have it dark",
      min = "1",
      max = "10080")
  int longestDarkMin() default 120;

  @AttributeDefinition(
      name = "Centre gone after",
      description =
          "An order that came from the centre ends when there was no way to the centre for so long;"
              + " one that was given at the gateway does not",
      min = "5",
      max = "86400")
  int centreGoneAfterS() default 900;

  @AttributeDefinition(
      name = "Reports kept",
      description = "A report is recorded at a change, and otherwise every so many minutes",
      min = "5",
      max = "1440")
  int keepReportEveryMin() default 10;

  @AttributeDefinition(
      name = "Time zone",
      description =
          "Time zone of days and years, such as Asia/Ho_Chi_Minh; empty: that of the gateway's"
              + " operating system")
  String timeZone() default "";
}
