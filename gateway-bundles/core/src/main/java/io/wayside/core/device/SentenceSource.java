// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/** A receiver of text sentences such as NMEA 0183; check sums are already verified. */
public interface SentenceSource extends Device, Source<Sentence> {}
