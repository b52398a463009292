"""The Python side of the comparison: the same rules and merges, written from their description, run warm in one process.

usage: peer.py validate DATA.json ... | merge RELEASE.json PLAN.json ADMISSION.json
Prints one line a file or merge: name, median milliseconds of processor time.
"""

import json
import statistics
import sys
import time

TEXT, FLAG, NUMBER, OBJECT = ({"type": t} for t in ("string", "boolean", "integer", "object"))


def items(inner, **more):
    return {"type": "array", "items": inner, **more}


def words(*allowed):
    return {"type": "string", "enum": list(allowed)}


def record(*texts, **keys):
    return {"type": "object", "properties": {**{name.replace("_-", "-"): TEXT for name in texts}, **keys}}


SYSTEMS = (
    "releaseNotes cdn fbc sign mrrc nrrc cgw jira infra github contentGateway pyxis mapping ootsign conforma intention atlas pulp"
    " cloudMarketplaces"
).split()
GATEWAY = "productName productCode productVersionName filePrefix".split()
STAGED_FILES = items(record("filename", "source"))


def properties():
    fbc = record(
        *"request publishingCredentials productName productVersion timestampFormat issueId fromIndex targetIndex configMapName".split(),
        *"pipelineImage internalRequestServiceAccount".split(),
        **{name: items(TEXT) for name in ("buildTags", "addArches", "allowedPackages")},
        **{name: FLAG for name in ("hotfix", "preGA", "stagedIndex")},
        **{name: NUMBER for name in ("buildTimeoutSeconds", "requestTimeoutSeconds")},
    )
    image = record(*"containerImage repository component architecture signingKey purl".split(), tags=items(TEXT))
    notes = record(
        *"product_name product_version product_stream cpe synopsis topic description solution".split(),
        product_id=items(NUMBER, minItems=1),
        type=words("RHEA", "RHBA", "RHSA"),
        cves=items(
            record("component", key={"type": "string", "pattern": "^CVE-[0-9]{4}-[0-9]{4,}$"}, packages=items(TEXT))
        ),
        issues={**record(fixed=items(record("id", "source"))), "additionalProperties": False},
        content=record(
            images=items(image), artifacts=items(record(*"component architecture os purl sbom attestation".split()))
        ),
        references=items(TEXT),
        live_id=NUMBER,
        allow_custom_live_id=FLAG,
        skip_customer_notifications=FLAG,
    )
    component = record(
        "name",
        "canonicalName",
        repositories=items(record("url", tags=items(TEXT))),
        tags=items(TEXT),
        componentTags=items(TEXT),
        staged=record("destination", "version", files=STAGED_FILES),
        files=items(record("source", "arch", "os")),
        contentGateway=record(
            *GATEWAY, contentType=words("disk-image", "binary", "generic"), mirrorOpenshiftPush=FLAG, sign=FLAG
        ),
        productInfo=record(*GATEWAY[:3]),
        starmap=items(record("name", "workflow", "cloud", mappings=OBJECT, **{"billing-code-config": OBJECT})),
        pushSourceContainer=FLAG,
        public=FLAG,
    )
    mapping = record(
        "registrySecret",
        "cloudMarketplacesSecret",
        **{"rpm-repositories": items(record(*"name arch repository_id repository_name distro".split()))},
        components=items(component),
        defaults=record(
            tags=items(TEXT),
            pushSourceContainer=FLAG,
            public=FLAG,
            contentGateway=record(*GATEWAY, mirrorOpenshiftPush=FLAG),
        ),
        cloudMarketplacesPrePush=FLAG,
    )
    charon = record(
        "awsSecret",
        "config",
        release=words("ga", "ea"),
        environment=words("dev", "stage", "production"),
        packageType=words("maven", "npm"),
        signing=record("signKey", "signCASecret", signIgnores=items(TEXT)),
    )
    push = record(
        "koji_profile",
        "pushPipelineImage",
        pushKeytab=record("principal", "secret", "name"),
        pushType=words("import", "promote"),
        koji_tags=items(TEXT),
        components=items(TEXT),
        koji_import_draft=FLAG,
    )
    return {
        "enforceContainerFirstSecurityLabels": FLAG,
        "systems": items({**record(systemName=words(*SYSTEMS), dynamic=FLAG), "required": ["systemName"]}),
        "requestType": words("internal-request", "internal-pipelinerun"),
        "fbc": fbc,
        "releaseNotes": notes,
        "sign": record("cosignSecretName", "request", "configMapName", "pipelineImage"),
        "cgw": record("cgwSecret"),
        "jira": record("jiraAdvisorySecret"),
        "infra": record("prCreatorSecret"),
        "github": record("githubSecret"),
        "conforma": record(workerCount=NUMBER),
        "pyxis": record(
            "secret",
            server=words("stage", "production", "production-internal", "stage-internal"),
            skipRepoPublishing=FLAG,
            includeLayers=FLAG,
        ),
        "pulp": record(*"baseUrl domain apiRoot repository secretName taskTimeout".split()),
        "signOptions": record("unsignedRpmsDomain", "signedRpmsDomain", skipUploadToPulp=FLAG),
        "atlas": {
            **record("atlas-sso-secret-name", "atlas-retry-aws-secret-name", server=words("stage", "production")),
            "additionalProperties": False,
        },
        "slack": record("slack-notification-secret", "slack-webhook-notification-secret-keyname"),
        "infra-deployment-update-script": TEXT,
        "intention": words("production", "staging"),
        "singleComponentMode": FLAG,
        "mapping": mapping,
        "ootsign": record(
            *"kmodsPath vendor signedKmodsPath signing-secret signingAuthor checksumFingerprint checksumKeytab".split()
        ),
        **{name: FLAG for name in ("pushToGit", "pushToS3", "pushToAzure")},
        "git": record("repoUrl", "branch", "tokenSecret"),
        "s3": record("endpoint", "bucket", "credentialsSecret"),
        "azure": record("storageAccount", "container", "spSecret"),
        "cdn": record(env=words("qa", "stage", "production")),
        "charon": charon,
        "pushOptions": push,
        "skipFilter": FLAG,
    }


def names(system):
    """Some entry names the system, dynamic or not."""
    return {"properties": {"systems": {"contains": {"type": "object", "properties": {"systemName": {"const": system}}}}}}


def demands(system):
    """Some entry names the system and is not dynamic."""
    entry = {"type": "object", "properties": {"systemName": {"const": system}, "dynamic": {"not": {"const": True}}}}
    return {"properties": {"systems": {"contains": entry}}}


def both(*conditions):
    return {"allOf": list(conditions)}


def has(*keys):
    return {"required": list(keys)}


def rule(condition, consequence):
    return {"if": condition, "then": consequence}


def key(name, *required, **more):
    return {"properties": {name: {"required": list(required), **more}}}


def each_component(**shape):
    return key("mapping", properties={"components": {"type": "array", "minItems": 1, "items": shape}})


def rules():
    notes = "product_id product_name product_version product_stream cpe synopsis topic description solution content".split()
    one = {"oneOf": [has("images"), has("artifacts")]}
    cve = {
        "anyOf": [
            has("key", "component"),
            {"allOf": [{"not": has(k)} for k in ("key", "component", "packages")]},
        ]
    }
    found = [rule(demands("releaseNotes"), has("releaseNotes"))]
    found.append(
        rule(
            both(names("releaseNotes"), has("releaseNotes")),
            key("releaseNotes", *notes, properties={"content": one, "cves": {"type": "array", "items": cve}}),
        )
    )
    found.append(rule(has("fbc"), key("fbc", "fromIndex", "publishingCredentials", "allowedPackages")))
    for flag, *needed in (("preGA", "targetIndex", "productName", "productVersion"), ("hotfix", "targetIndex", "issueId")):
        on = key("fbc", flag, properties={flag: {"const": True}})
        found.append(rule(both(names("fbc"), has("fbc"), on), key("fbc", *needed)))
    staged = key("fbc", "stagedIndex", properties={"stagedIndex": {"const": True}})
    found.append(rule(both(names("fbc"), has("fbc"), {"not": staged}), key("fbc", "targetIndex")))
    for system, *needed in (
        ("cdn", "env"),
        ("fbc",),
        ("sign", "configMapName"),
        ("github", "githubSecret"),
        ("pyxis", "server", "secret"),
        ("ootsign", "kmodsPath", "vendor", "signedKmodsPath", "signing-secret", "signingAuthor", "checksumFingerprint", "checksumKeytab"),
        ("atlas", "server"),
        ("pulp", "domain", "secretName"),
    ):
        found.append(rule(demands(system), has(system)))
        found.append(rule(both(names(system), has(system)), key(system, *needed)))
    found.append(rule(demands("mrrc"), has("charon")))
    for system, *needed in (
        ("mrrc", "environment", "release", "awsSecret", "config", "signing"),
        ("nrrc", "environment", "release", "awsSecret", "packageType", "config"),
    ):
        versions = key("releaseNotes", "product_name", "product_version")
        signing = {"properties": {"sign": has("signKey", "signCASecret")}} if system == "mrrc" else {}
        found.append(rule(both(names(system), has("charon")), both(key("charon", *needed, **signing), versions)))
    for flag, where, *needed in (
        ("pushToGit", "git", "repoUrl", "tokenSecret"),
        ("pushToS3", "s3", "endpoint", "bucket", "credentialsSecret"),
        ("pushToAzure", "azure", "storageAccount", "container", "spSecret"),
    ):
        on = both(has(flag), {"properties": {flag: {"const": True}}})
        found.append(rule(on, both(has(where), key(where, *needed))))
    gateway = {"properties": {"contentGateway": has("productName", "productCode", "productVersionName", "contentType")}}
    with_gateway = {"properties": {"components": {"type": "array", "items": has("contentGateway")}}}
    found.append(rule(demands("contentGateway"), both(has("mapping"), key("mapping", "components", **with_gateway))))
    found.append(
        rule(
            both(names("contentGateway"), has("mapping"), key("mapping", "components", **with_gateway)),
            key("mapping", properties={"components": {"items": gateway}}),
        )
    )
    found.append(rule(demands("mapping"), both(has("mapping"), key("mapping", "components", type="object"))))
    named = {"required": ["name"], "anyOf": [has("repositories"), has("contentType")]}
    found.append(rule(both(names("mapping"), has("mapping")), each_component(**named)))
    found.append(
        rule(demands("cloudMarketplaces"), both(has("mapping"), key("mapping", "components", "cloudMarketplacesSecret", type="object")))
    )
    file = {"type": "array", "minItems": 1, "items": has("filename", "source")}
    market = {
        "required": ["name", "contentType", "staged", "starmap"],
        "properties": {
            "staged": {"type": "object", "required": ["destination", "version", "files"], "properties": {"files": file}},
            "starmap": {"type": "array", "minItems": 1},
        },
    }
    found.append(rule(both(names("cloudMarketplaces"), has("mapping")), each_component(**market)))
    return found


def merged(base, override):
    """Objects key by key; arrays joined, freed of repetitions and sorted by their JSON text; null changes nothing."""
    if isinstance(base, dict) and isinstance(override, dict):
        both_sides = {name: merged(value, override[name]) if name in override else value for name, value in base.items()}
        both_sides.update((name, value) for name, value in override.items() if name not in base)
        return both_sides
    if isinstance(base, list) and isinstance(override, list):
        distinct = []
        for item in base + override:
            if item not in distinct:
                distinct.append(item)
        return sorted(distinct, key=lambda item: json.dumps(item, sort_keys=True))
    return base if override is None else override


def median_milliseconds(work, seconds=5.0):
    for _ in range(3):
        work()
    times = []
    end = time.monotonic() + seconds
    while len(times) < 5 or time.monotonic() < end:
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main(command, *paths):
    documents = [read(path) for path in paths]
    if command == "merge":
        layers = [document["spec"]["data"] for document in documents]

        def merge():
            whole = {}
            for layer in layers:
                whole = merged(whole, layer)
            return whole

        print(f"merge {median_milliseconds(merge):.3f}")
        return
    import jsonschema

    validator = jsonschema.Draft7Validator({"type": "object", "properties": properties(), "allOf": rules()})
    mandatory = [{"systemName": name, "dynamic": False} for name in ("releaseNotes", "pyxis", "mapping", "sign", "atlas")]
    for path, document in zip(paths, documents):
        document["systems"] = document.get("systems", []) + mandatory
        errors = [error.message for error in validator.iter_errors(document)]
        if errors:
            sys.exit(f"{path} is not valid: {errors[:3]}")
        print(f"validate {median_milliseconds(lambda: list(validator.iter_errors(document))):.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
