package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.testkit.store.AdmissionChain;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.WriteRequest;

/** Objects that are too large for etcd are not stored. */
final class SizeLimit implements AdmissionChain {

    private static final long LARGEST = 1536L << 10;

    @Override
    public DataObject admit(WriteRequest request) {
        if (size(request.object()) > LARGEST) {
            throw new ApiException(ApiError.of(500, "", "etcdserver: request is too large"));
        }
        return request.object();
    }

    /** About the length of its JSON. */
    private static long size(Data value) {
        if (value instanceof DataObject object) {
            long size = 2;
            for (var member : object.members().entrySet()) {
                size += member.getKey().length() + 4L + size(member.getValue());
            }
            return size;
        }
        if (value instanceof DataArray array) {
            return array.items().stream().mapToLong(item -> size(item) + 1).sum() + 2;
        }
        return value instanceof DataString text ? text.text().length() + 2L : 5;
    }
}
