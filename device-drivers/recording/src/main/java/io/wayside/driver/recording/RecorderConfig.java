// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording;

import io.wayside.core.recording.Coding;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Recorder",
    description = "Writes the raw signal of a device into files, oldest deleted first.")
@interface RecorderConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(name = "Stream", description = "Id of the device whose signal is written.")
  String streamDevice();

  @AttributeDefinition(
      name = "Folder",
      description = "Where the files go; of others' files there none is touched.")
  String folder();

  @AttributeDefinition(
      name = "Instrument document",
      description = "Its path; it is put into each file. Empty when there is none.")
  String instrumentFile() default "";

  @AttributeDefinition(
      name = "Record from the start",
      description = "Else recording begins with the command start-recording.")
  boolean recordFromStart() default true;

  @AttributeDefinition(
      name = "Coding",
      description =
          "FLOAT64 keeps every number exactly; FLOAT32 takes half the room and keeps 24 bits.")
  Coding coding() default Coding.FLOAT64;

  @AttributeDefinition(
      name = "File size",
      description = "A file of this size is ended.",
      min = "65536",
      max = "4294967296")
  long fileBytes() default 67_108_864;

  @AttributeDefinition(
      name = "File duration",
      description = "A file with so many seconds of signal is ended.",
      min = "1",
      max = "86400")
  int fileDurationS() default 3_600;

  @AttributeDefinition(
      name = "Size of all files",
      description = "The oldest of this recorder's files are deleted so that all fit.",
      min = "131072",
      max = "1099511627776")
  long totalBytes() default 1_073_741_824;

  @AttributeDefinition(
      name = "Bytes to keep free",
      description = "Of the disk, for journal and system; recording stops before.",
      min = "0",
      max = "1099511627776")
  long keepFreeBytes() default 536_870_912;

  @AttributeDefinition(
      name = "Queue",
      description = "Blocks that may wait for the disk; more are dropped and counted.",
      min = "4",
      max = "4096")
  int queueBlocks() default 128;
}
