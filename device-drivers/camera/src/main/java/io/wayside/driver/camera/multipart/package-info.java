// SPDX-License-Identifier: Apache-2.0
/** Parts of an endless HTTP answer. Pure. */
@NullMarked
package io.wayside.driver.camera.multipart;

import org.jspecify.annotations.NullMarked;
