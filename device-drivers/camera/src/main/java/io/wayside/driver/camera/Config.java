// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.driver.camera.folder.FolderTransport.AtEnd;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Camera",
    description =
        "Pictures of a network camera, a camera of the kernel, a file or a folder. Nothing is stored.")
@interface Config {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Source",
      description =
          "rtsp://host/path, http://host/path, /dev/video0, the path of a file, or that of a folder"
              + " with numbered JPEG or PNG files. Without user and password.")
  String source();

  @AttributeDefinition(
      name = "Way",
      description =
          "AUTO goes by the source: rtsp and files FFMPEG, http MJPEG, /dev/video V4L2, a folder"
              + " FOLDER.")
  Way way() default Way.AUTO;

  @AttributeDefinition(name = "User", description = "Empty for a camera that asks for nobody.")
  String user() default "";

  @AttributeDefinition(
      name = "Password file",
      description =
          "Path of a file whose first line is the password; readable by the gateway's user only.")
  String passwordFile() default "";

  @AttributeDefinition(
      name = "Width",
      description =
          "Of the pictures as they are passed on, in pixels; 0 for both leaves them as they come.",
      min = "0",
      max = "4096")
  int widthPx() default 0;

  @AttributeDefinition(
      name = "Height",
      description = "In pixels; 0 for both leaves them as they come.",
      min = "0",
      max = "4096")
  int heightPx() default 0;

  @AttributeDefinition(
      name = "Rate",
      description = "Pictures a second at most; 0 takes all (of a folder 10).",
      min = "0",
      max = "120")
  double rateHz() default 0;

  @AttributeDefinition(
      name = "Pace",
      description =
          "Of a file or folder: OWN in its own time, AS_TAKEN the next one when all listeners are"
              + " done.")
  Pace pace() default Pace.OWN;

  @AttributeDefinition(
      name = "At the end",
      description =
          "Of a file or folder: END, REPEAT, or WAIT (folders only) for what another program puts"
              + " there.")
  AtEnd atEnd() default AtEnd.END;

  @AttributeDefinition(
      name = "Privacy masks",
      description =
          "Polygons that are filled before anything else happens, each its corners in pixels of the"
              + " camera's own picture, such as 0,0 120,0 120,40.")
  String[] privacyMasks() default {};

  @AttributeDefinition(
      name = "Watch",
      description = "Whether a moved, dark, blurred, covered or frozen picture is told as health.")
  boolean watch() default true;

  @AttributeDefinition(
      name = "Alarm after",
      description =
          "How long a picture must be moved, covered or frozen until it is told, in seconds; dark"
              + " and blurred three times that.",
      min = "5",
      max = "600")
  int alarmAfterS() default 20;

  @AttributeDefinition(
      name = "Silent after",
      description =
          "Without a picture for this time, in milliseconds, the camera is interrupted and opened"
              + " anew.",
      min = "200",
      max = "60000")
  int silentAfterMs() default 5_000;

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

  @AttributeDefinition(
      name = "Program",
      description = "Name or path of ffmpeg; ffprobe lies beside it.")
  String ffmpeg() default "ffmpeg";
}
