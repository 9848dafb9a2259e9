// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/**
 * A camera. Frames are never queued: a listener that is still busy misses frames, and their number
 * is in the next one.
 */
public interface FrameSource extends Device, Source<Frame> {}
