// SPDX-License-Identifier: Apache-2.0
/**
 * Cameras: pictures from a process, the network, the kernel or a folder, supervised and watched.
 */
@NullMarked
package io.wayside.driver.camera;

import org.jspecify.annotations.NullMarked;
