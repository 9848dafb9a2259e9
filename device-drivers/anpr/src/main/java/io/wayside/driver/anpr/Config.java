// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Plate camera",
    description = "A network camera that reads plates by itself, heard over HTTP.")
@interface Config {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Make",
      description = "Whose events it has: HIKVISION, DAHUA; or ONVIF (Profile M).")
  Make make();

  @AttributeDefinition(
      name = "Address",
      description = "Of the camera, such as http://192.0.2.8, without path, user and password.")
  String address();

  @AttributeDefinition(
      name = "Channel",
      description = "Which camera behind the address, from 1; of no meaning for ONVIF.",
      min = "1",
      max = "256")
  int channel() default 1;

  @AttributeDefinition(
      name = "Video source",
      description =
          "ONVIF: token of the video source whose plates count, as its events have it; empty for"
              + " all.")
  String videoSource() default "";

  @AttributeDefinition(name = "User", description = "Empty for a camera that asks for nobody.")
  String user() default "";

  @AttributeDefinition(
      name = "Password file",
      description =
          "Path of a file whose first line is the password; readable by the gateway's user only.")
  String passwordFile() default "";

  @AttributeDefinition(
      name = "Pictures",
      description =
          "Whether readings carry the camera's pictures, and wait 300 ms at most for them.")
  boolean pictures() default true;

  @AttributeDefinition(
      name = "Silent after",
      description =
          "Without a byte for this time, in milliseconds, not even a heartbeat, it is opened anew.",
      min = "1000",
      max = "600000")
  int silentAfterMs() default 30_000;

  @AttributeDefinition(
      name = "Clock",
      description = "How far the camera's clock may be off before health says so, in seconds.",
      min = "1",
      max = "86400")
  int clockOffS() default 5;

  @AttributeDefinition(
      name = "First retry",
      description = "Longest wait before the first attempt to open it anew, in milliseconds.",
      min = "20",
      max = "10000")
  int firstRetryMs() default 500;

  @AttributeDefinition(
      name = "Longest retry",
      description = "Longest wait between attempts to open it anew, in milliseconds.",
      min = "100",
      max = "600000")
  int longestRetryMs() default 30_000;
}
