// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

/** How a camera is read. */
enum Way {
  /**
   * By its source: rtsp and files by ffmpeg, http by MJPEG, /dev/video by V4L2, folders as such.
   */
  AUTO,
  /** An ffmpeg process decodes a URL or a file. */
  FFMPEG,
  /** JPEGs in an HTTP answer without end. */
  MJPEG,
  /** A camera of the kernel, read by an ffmpeg process. */
  V4L2,
  /** Numbered JPEG or PNG files. */
  FOLDER
}
