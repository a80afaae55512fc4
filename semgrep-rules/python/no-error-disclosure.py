import json
import logging
import sys
import traceback
from copy import deepcopy

import boto3
from aws_lambda_powertools.event_handler import APIGatewayRestResolver, Response
from aws_lambda_powertools.event_handler.exceptions import BadRequestError, InternalServerError, NotFoundError
from chalice import Chalice
from chalice import Response as ChaliceResponse

logger = logging.getLogger()
app = APIGatewayRestResolver()
chalice_app = Chalice(app_name="notes")
table = boto3.resource("dynamodb").Table("notes")
MESSAGES = {"ResourceNotFoundException": "not found"}


# Sources: every way to the text of an exception.
def sources(event, context):
    try:
        run(event)
    except ValueError as e:
        # ruleid: no-error-disclosure
        return {"statusCode": 400, "body": str(e)}
    except KeyError as exc:
        # ruleid: no-error-disclosure
        return {"statusCode": 400, "body": f"missing {exc}"}
    except (OSError, TypeError) as error:
        # ruleid: no-error-disclosure
        return {"statusCode": 500, "body": json.dumps({"error": error.args[0]})}
    except LookupError as err:
        # ruleid: no-error-disclosure
        return {"statusCode": 500, "body": "failed: {}".format(err)}
    except ClientError as err:
        # ruleid: no-error-disclosure
        return {"statusCode": 502, "body": json.dumps(err.response["Error"])}
    except Timeout as err:
        # ruleid: no-error-disclosure
        return {"statusCode": 504, "body": "%s" % repr(err)}
    except Exception:
        # ruleid: no-error-disclosure
        return {"statusCode": 500, "body": traceback.format_exc()}
    finally:
        cleanup()


def exc_info(event, context):
    try:
        run(event)
    except Exception:
        kind, value, _ = sys.exc_info()
        # ruleid: no-error-disclosure
        return {"statusCode": 500, "body": json.dumps({"detail": str(value)})}


# Sinks: every shape of a response.
def later(event, context):
    status, body = 200, {"ok": True}
    try:
        run(event)
    except Exception as e:
        status, body = 500, {"ok": False, "reason": str(e)}
    # ruleid: no-error-disclosure
    return {"statusCode": status, "headers": {}, "body": json.dumps(body)}


def by_key(event, context):
    response = {"statusCode": 200}
    try:
        run(event)
    except Exception as e:
        response["statusCode"] = 500
        # ruleid: no-error-disclosure
        response["body"] = str(e)
    return response


def direct(event, context):
    try:
        return run(event)
    except Exception as e:
        # ruleid: no-error-disclosure
        return {"success": False, "error": str(e)}


def collected(event, context):
    errors = []
    for item in event["items"]:
        try:
            run(item)
        except Exception as e:
            errors.append({"id": item["id"], "error": str(e)})
    # ruleid: no-error-disclosure
    return {"statusCode": 207, "body": json.dumps({"errors": errors})}


def response(status, body):
    return {"statusCode": status, "body": json.dumps(body)}


def through_a_builder(event, context):
    try:
        return response(200, run(event))
    except Exception as e:
        # ruleid: no-error-disclosure
        return response(500, {"error": str(e)})


def get_note(note_id):
    try:
        return response(200, table.get_item(Key={"pk": note_id})["Item"])
    except Exception as e:
        # ruleid: no-error-disclosure
        return response(500, {"error": str(e)})


def failed(err):
    # ruleid: no-error-disclosure
    return {"statusCode": 500, "body": json.dumps({"error": str(err)})}


@app.get("/notes")
def list_notes():
    try:
        return table.scan()["Items"]
    except Exception as e:
        # ruleid: no-error-disclosure
        return {"error": str(e)}


@app.post("/notes")
def create_note():
    try:
        table.put_item(Item=app.current_event.json_body)
    except ValueError as e:
        # ruleid: no-error-disclosure
        raise BadRequestError(f"bad note: {e}")
    except Exception as e:
        # ruleid: no-error-disclosure
        return Response(status_code=500, content_type="text/plain", body=str(e))


@app.exception_handler(ValueError)
def on_value_error(ex):
    # ruleid: no-error-disclosure
    return Response(status_code=400, content_type="text/plain", body=str(ex))


@chalice_app.route("/chalice")
def chalice_route():
    try:
        return run({})
    except Exception as e:
        # ruleid: no-error-disclosure
        return ChaliceResponse(body={"error": str(e)}, status_code=500)


# The error is logged, counted, compared, classified, or raised again: its text stays inside.
def fixed_texts(event, context):
    try:
        run(event)
    except ClientError as err:
        logger.error("failed: %s", err)
        if "Throttling" in str(err):
            # ok: no-error-disclosure
            return {"statusCode": 429, "body": "slow down"}
        if err.response["Error"]["Code"] == "ConditionalCheckFailedException":
            # ok: no-error-disclosure
            return {"statusCode": 409, "body": json.dumps({"message": "exists"})}
        # ok: no-error-disclosure
        return {"statusCode": 500, "body": MESSAGES.get(err.response["Error"]["Code"], "failed")}
    except ValueError as e:
        traceback.print_exc()
        # ok: no-error-disclosure
        return {"statusCode": 400, "body": json.dumps({"message": "bad request", "id": context.aws_request_id})}
    except TypeError as e:
        # ok: no-error-disclosure
        return {"statusCode": 400, "body": json.dumps({"kind": type(e).__name__})}
    except LookupError as e:
        # ok: no-error-disclosure
        return on_error(e)
    except OSError as e:
        # ok: no-error-disclosure
        return {"statusCode": e.status_code, "body": "failed"}
    except RuntimeError as e:
        # ok: no-error-disclosure
        raise InternalServerError("failed") from e
    except Exception as e:
        message = str(e)
        logger.exception(message)
        message = "internal error"
        # ok: no-error-disclosure
        return {"statusCode": 500, "body": json.dumps({"message": message})}


def on_error(err):
    logger.error("failed: %s", str(err))
    # ok: no-error-disclosure
    return {"statusCode": 500, "body": json.dumps({"message": "failed"})}


def bad_input(error):
    # ok: no-error-disclosure
    return {"statusCode": 400, "body": json.dumps({"error": error})}


def validate(event, context):
    errors = [name for name in ("title", "text") if name not in event]
    if errors:
        # ok: no-error-disclosure
        return {"statusCode": 422, "body": json.dumps({"errors": errors})}
    # ok: no-error-disclosure
    return bad_input("title is too long")


def parse(text):
    try:
        return json.loads(text), None
    except ValueError as e:
        # ok: no-error-disclosure
        return None, str(e)


# Nobody waits for the answer to a batch.
def batch(event, context):
    failures = []
    for record in event["Records"]:
        try:
            run(record)
        except Exception as e:
            failures.append({"itemIdentifier": record["messageId"], "error": str(e)})
    # ok: no-error-disclosure
    return {"batchItemFailures": failures}


# A bus waits for no answer


def order_placed(event, context):
    detail = event["detail"]
    try:
        return ship(detail["order"])
    except Exception as e:
        # ok: no-error-disclosure
        return e


def order_shipped(event, context):
    detail = event.get("detail")
    try:
        return notify(detail["order"])
    except Exception as e:
        # ok: no-error-disclosure
        return {"failed": str(e)}


def order_asked(event, context):
    query = event["queryStringParameters"]
    try:
        return look_up(query["order"])
    except Exception as e:
        # ruleid: no-error-disclosure
        return {"failed": str(e)}


def order_checked(event, context):
    try:
        validate(event=event, schema=SCHEMA)
    except SchemaValidationError as e:
        # ok: no-error-disclosure
        return {"statusCode": 400, "body": json.dumps(str(e))}
    except Exception as e:
        # ruleid: no-error-disclosure
        return {"statusCode": 500, "body": json.dumps(str(e))}


@durable_execution
def workflow(event, context):
    try:
        return ship(event["order"])
    except Exception as e:
        # ok: no-error-disclosure
        return {"status": "FAILED", "error": str(e)}


def send(event, context, status, data, reason=""):
    return {"Status": status, "Reason": reason, "Data": data}


def custom_resource(event, context):
    try:
        table.load()
    except Exception as error:
        # ok: no-error-disclosure
        return send(event, context, "FAILED", {}, str(error))
    return send(event, context, "SUCCESS", {})


@app.exception_handler(NotFoundError)
def not_found(error: NotFoundError):
    # ok: no-error-disclosure
    return Response(status_code=404, body=json.dumps({"message": str(error)}))


@app.exception_handler(ClientError)
def broken(error: ClientError):
    # ruleid: no-error-disclosure
    return Response(status_code=500, body=json.dumps({"message": str(error)}))


def statuses(event, context):
    try:
        return look_up(event["order"])
    except ForbiddenError as e:
        # ok: no-error-disclosure
        return {"statusCode": 403, "body": json.dumps({"message": str(e)})}
    except FileNotFoundError as e:
        # ruleid: no-error-disclosure
        return {"statusCode": 404, "body": json.dumps({"message": str(e)})}


def answer_to(error):
    if isinstance(error, AuthenticationError):
        # ok: no-error-disclosure
        return create_response(401, {"message": error.message})
    elif isinstance(error, NotFoundError):
        # ok: no-error-disclosure
        return create_response(404, {"message": str(error)})
    # ruleid: no-error-disclosure
    return create_response(500, {"message": str(error)})


@app.exception_handler(HTTPException)
async def asked_wrongly(request, error):
    # ok: no-error-disclosure
    return JSONResponse(status_code=error.status_code, content={"message": error.message})


@app.exception_handler(BotoCoreError)
async def failed(request, error):
    # ruleid: no-error-disclosure
    return JSONResponse(status_code=500, content={"message": str(error)})


def subscribed(event, context):
    try:
        return read(event["awslogs"]["data"])
    except ValueError as e:
        # ok: no-error-disclosure
        return {"status": "failed", "error": str(e)}


def state_of_a_workflow(event, context):
    output = deepcopy(event)
    try:
        output["service"] = start(event["model"])
    except Exception as e:
        output["error"] = str(e)
    # ok: no-error-disclosure
    return output


def answer_of_a_handler(event, context):
    output = deepcopy(DEFAULTS)
    try:
        output["service"] = start(event["model"])
    except Exception as e:
        output["error"] = str(e)
    # ruleid: no-error-disclosure
    return output


def checked_by_a_schema(event, context):
    try:
        validate(event, SCHEMA)
    except ValidationError as error:
        # ok: no-error-disclosure
        return {"error": error.message}
    try:
        order = look_up(event["order"])
    except ValidationError as error:
        # ruleid: no-error-disclosure
        return {"error": error.message}
    return order


@app.exception_handler(OrderNotFoundError)
async def order_not_found(request, error):
    # ok: no-error-disclosure
    return JSONResponse(status_code=404, content={"message": str(error)})


def order_of(event, context):
    try:
        return find(event["order"])
    except OrderNotFoundError as e:
        # ok: no-error-disclosure
        return {"statusCode": 404, "body": str(e)}
    except ModuleNotFoundError as e:
        # ruleid: no-error-disclosure
        return {"statusCode": 500, "body": str(e)}


@app.exception_handler(InvoiceError)
def invoice_refused(error: InvoiceError):
    # ok: no-error-disclosure
    return Response(status_code=409, body=json.dumps({"message": str(error)}))


@app.exception_handler(ValueError)
def value_refused(error: ValueError):
    # ruleid: no-error-disclosure
    return Response(status_code=400, body=json.dumps({"message": str(error)}))


def callers_fault(event, context):
    try:
        return look_up(event["order"])
    except OrderStateError as e:
        # ok: no-error-disclosure
        return {"statusCode": 409, "body": json.dumps({"message": str(e)})}
    except StorageError as e:
        # ruleid: no-error-disclosure
        return {"statusCode": 500, "body": json.dumps({"message": str(e)})}
    except OrderErrorResponse as e:
        # ok: no-error-disclosure
        return general_error({"message": str(e)})


@app.post("/orders")
def named_after_a_status():
    try:
        return look_up(app.current_event.json_body["order"])
    except MissingParameters as e:
        # ok: no-error-disclosure
        return BadRequest(body=f"missing: {e.message}")
    except OrderClosedError as e:
        # ok: no-error-disclosure
        raise BadRequestError(str(e))
    except OrderLogicException as e:
        # ok: no-error-disclosure
        return {"status": False, "message": str(e)}
    except ConnectionError as e:
        # ruleid: no-error-disclosure
        raise BadRequestError(str(e))
    except MissingBackend as e:
        # ruleid: no-error-disclosure
        raise InternalServerError(str(e))


def translated(key):
    try:
        return table.get_item(Key=key)
    except ClientError as e:
        # ok: no-error-disclosure
        return StorageFailureError(message=str(e))


def answered(key):
    try:
        return table.get_item(Key=key)
    except ClientError as e:
        # ruleid: no-error-disclosure
        return errors.storage_error(message=str(e))


def words_of(exc):
    return json.dumps({"error": type(exc).__name__, "message": str(exc)})


def kind_of(exc):
    logger.error(str(exc))
    return json.dumps({"error": type(exc).__name__})


def trace_of():
    return traceback.format_exc().splitlines()


def through_a_builder(event, context):
    try:
        return load(event["order"])
    except ValueError as exc:
        # ruleid: no-error-disclosure
        return {"statusCode": 500, "body": words_of(exc)}
    except KeyError as exc:
        # ok: no-error-disclosure
        return {"statusCode": 500, "body": kind_of(exc)}
    except OSError:
        # ruleid: no-error-disclosure
        return {"statusCode": 500, "body": json.dumps({"trace": trace_of()})}


def last_lines(event, context):
    try:
        work(event)
    except Exception:
        lines = traceback.format_exc().splitlines()
        if event.get("verbose"):
            # ruleid: no-error-disclosure
            return {"statusCode": 500, "body": json.dumps({"trace": lines[-3:]})}
        # ok: no-error-disclosure
        return {"statusCode": 500, "body": json.dumps({"lines": len(lines)})}


def fixed_status(event, context):
    try:
        return answer(work(event))
    except Exception as exc:
        # ruleid: no-error-disclosure
        return error_response(str(exc), 500)


def sign_in(event, context):
    try:
        return answer(work(event))
    except InvalidCredentialsError as exc:
        # ok: no-error-disclosure
        return error_response(401, {"error": str(exc)})
    except NoCredentialsError as exc:
        # ruleid: no-error-disclosure
        return error_response(401, {"error": str(exc)})
